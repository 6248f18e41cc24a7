using Notifieringar.Model;

namespace Notifieringar.Templates.Checking;

/// <summary>Which languages lack a text that the step's channels need?</summary>
internal static class MissingTexts
{
    private const string Swedish = "sv";

    public static IEnumerable<TextFinding> In(Programme programme, Step step, IReadOnlyCollection<TemplateText> texts, IEnumerable<string> languages) =>
        from language in languages
        from channel in step.Ladder.Select(rung => rung.Channel).Distinct()
        where channel != Channel.Phone
        let key = new TemplateKey(programme.Id, step.Id, channel, language)
        where !texts.Any(text => text.Key == key)
        select Missing(key);

    private static TextFinding Missing(TemplateKey key)
    {
        var name = Languages.OwnName(key.Language);
        return key.Language == Swedish
            ? Finding(FindingWeight.Error, $"Det finns ingen svensk text för {Named(key.Channel)}.", "Skriv den svenska texten först; de andra språken utgår från den.")
            : Finding(
                FindingWeight.Warning,
                $"Texten för {Named(key.Channel)} saknas på {name}, så de som läser {name} får den svenska.",
                "Översätt den svenska texten och låt någon som talar språket läsa den.");

        TextFinding Finding(FindingWeight weight, string message, string remedy) =>
            new(key, TextFindingCode.MissingText, weight, 1, 1, message, remedy);
    }

    private static string Named(Channel channel) => channel switch
    {
        Channel.Sms => "sms",
        Channel.Email => "e-post",
        _ => "brev",
    };
}
