using System.Collections.Immutable;
using System.Text.Json;
using Notifieringar.Model;

namespace Notifieringar.Templates;

/// <summary>The texts this version ships with. SeedTexts inserts them; an edited text is never overwritten.</summary>
public static class ShippedTexts
{
    private static readonly LanguageFile Written =
        JsonSerializer.Deserialize<LanguageFile>(Embedded.Read("Texts/languages.json"), JsonSerializerOptions.Web)!;

    /// <summary>All of them, in a fixed order. A programme that takes its texts from another has that one's, where it has none of its own.</summary>
    public static ImmutableArray<TemplateText> All { get; } = Translated(Borrowed([.. Embedded.PathsUnder("Texts/", ".scriban").Select(Read)]));

    /// <summary>The languages a programme's texts are written in.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <returns>BCP 47 tags, Swedish first.</returns>
    public static ImmutableArray<string> LanguagesOf(string programme) =>
        Written.Written.TryGetValue(programme, out var own) ? own : Written.Written["*"];

    private static ImmutableArray<TemplateText> Borrowed(ImmutableArray<TemplateText> own)
    {
        var keys = own.Select(text => text.Key).ToHashSet();
        return
        [
            .. own,
            .. from borrower in ShippedProgrammes.TextsFrom
               from step in ShippedProgrammes.All.Single(programme => programme.Id == borrower.Key).Steps
               from text in own
               where text.Key.Programme == borrower.Value && text.Key.Step == step.Id
               let key = text.Key with { Programme = borrower.Key }
               where !keys.Contains(key)
               select text with { Key = key },
        ];
    }

    // Texts/<programme>/<step>/<language>.<channel>.scriban
    private static TemplateText Read(string path)
    {
        var folders = path.Split('/');
        var file = folders.Length == 4 ? folders[3].Split('.') : [];
        if (file.Length != 3 || !Enum.TryParse<Channel>(file[1], ignoreCase: true, out var channel))
        {
            throw new InvalidOperationException($"{path}: a text is called Texts/<programme>/<step>/<language>.<channel>.scriban.");
        }

        var source = Embedded.Read(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        var key = new TemplateKey(folders[1], folders[2], channel, file[0]);
        return new TemplateText(key, TextVersion.Shipped(source, translatedFrom: null), source, Written.Reviewed.Contains(key.Language), IsShipped: true);
    }

    private static ImmutableArray<TemplateText> Translated(ImmutableArray<TemplateText> texts)
    {
        var swedish = texts.Where(text => text.Key.Language == TextVersion.Swedish).ToDictionary(text => text.Key);
        return
        [
            .. texts.Select(text => text.Key.Language != TextVersion.Swedish
                && swedish.TryGetValue(text.Key with { Language = TextVersion.Swedish }, out var from)
                    ? text with { Version = TextVersion.Shipped(text.Source, from.Version), TranslatedFrom = from.Version }
                    : text),
        ];
    }

    // Texts/languages.json: which languages each programme is written in, and which of them a person has reviewed.
    private sealed record LanguageFile(ImmutableDictionary<string, ImmutableArray<string>> Written, ImmutableArray<string> Reviewed);
}
