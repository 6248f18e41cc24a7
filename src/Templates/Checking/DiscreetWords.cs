using System.Text.Json;
using System.Text.RegularExpressions;
using Notifieringar.Model;

namespace Notifieringar.Templates.Checking;

/// <summary>Does a text of a discreet programme name a title or the social services? A word gives itself away in a text of any language.</summary>
internal static class DiscreetWords
{
    private const string TitleGroup = "title";

    private static readonly Regex Words = Read();

    public static IEnumerable<TextFinding> In(CheckedText text, Discretion discretion) => discretion is Discretion.D2 or Discretion.D3
        ? text.Said.SelectMany(said => In(text, said))
        : [];

    private static IEnumerable<TextFinding> In(CheckedText text, SaidText said) => Words.Matches(said.ToString()).Select(match => Finding(
        text,
        match.Groups[TitleGroup].Success ? TextFindingCode.Title : TextFindingCode.SocialServices,
        match.Value,
        said.PlaceOf(match.Index)));

    private static TextFinding Finding(CheckedText text, string code, string word, SourcePlace place) => code == TextFindingCode.Title
        ? text.Finding(
            code, FindingWeight.Error, place, $"Titeln ”{word}” avslöjar varför familjen får texten.", "Skriv ett namn utan titel, eller ”vi på biblioteket”.")
        : text.Finding(
            code, FindingWeight.Error, place, $"Ordet ”{word}” avslöjar varför familjen får texten.", "Skriv så att vem som helst kan läsa den över axeln.");

    // { "sv": { "title": ["kurator*"], "social-services": […] }, … }; * stands for any ending. Titles come first: soc.sekreterare is not soc.
    private static Regex Read()
    {
        var languages = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(Embedded.Read("Checking/discreet-words.json"))!.Values;
        var titles = Alternatives(languages.SelectMany(kinds => kinds[TextFindingCode.Title]));
        var services = Alternatives(languages.SelectMany(kinds => kinds[TextFindingCode.SocialServices]));
        return new Regex(
            $@"(?<!\p{{L}})(?:(?<{TitleGroup}>{titles})|{services})(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static string Alternatives(IEnumerable<string> words) =>
        string.Join('|', words.Select(word => Regex.Escape(word).Replace("\\*", @"\p{L}*", StringComparison.Ordinal)));
}
