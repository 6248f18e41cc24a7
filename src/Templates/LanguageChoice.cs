namespace Notifieringar.Templates;

/// <summary>The language a person is written to in.</summary>
/// <param name="Language">The language of an available text.</param>
/// <param name="FellBack">True when the family's own language is known but there is no text in it: shown to staff before sending.</param>
public sealed record LanguageChoice(string Language, bool FellBack)
{
    private const string Swedish = "sv";

    /// <summary>Chooses the exact language, else the same language without region or script, else Swedish.</summary>
    /// <param name="tag">BCP 47 tag of the family's language; null when unknown, which is Swedish without a remark.</param>
    /// <param name="available">Languages there is a text in.</param>
    /// <returns>The choice.</returns>
    public static LanguageChoice For(string? tag, IReadOnlySet<string> available)
    {
        ArgumentNullException.ThrowIfNull(available);
        if (string.IsNullOrWhiteSpace(tag))
        {
            return new LanguageChoice(Swedish, FellBack: false);
        }

        var exact = Find(Languages.Normal(tag), available);
        var found = exact ?? Find(Languages.Base(tag), available);
        return found is null
            ? new LanguageChoice(Swedish, FellBack: Languages.Base(tag) != Swedish)
            : new LanguageChoice(found, FellBack: false);
    }

    private static string? Find(string tag, IReadOnlySet<string> available) =>
        available.FirstOrDefault(language => Languages.Normal(language) == tag);
}
