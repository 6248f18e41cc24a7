using System.Buffers;
using System.Text.RegularExpressions;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>
/// The language of a message, for the outbox page's filter only: what an e-mail says of itself, else the script, else a
/// few words that are common in one language and rare in the others.
/// </summary>
internal static partial class LanguageGuess
{
    private static readonly (string Language, string[] Words)[] Common =
    [
        ("sv", ["och", "att", "är", "för", "på", "med", "vi", "du", "ni", "hej", "till", "om", "välkommen", "kan", "din", "er"]),
        ("en", ["the", "and", "you", "your", "is", "for", "with", "we", "to", "of", "welcome", "can", "at", "hello"]),
        ("so", ["iyo", "waxaan", "ku", "aad", "waa", "ka", "oo", "ilmaha", "maktabadda", "soo", "ah", "inaad", "haddii"]),
        ("pl", ["i", "nie", "jest", "się", "dla", "cześć", "biblioteka", "oraz", "dzień", "dobry", "aby", "możesz"]),
        ("tr", ["ve", "bir", "için", "bu", "ile", "merhaba", "kütüphane", "size", "sizi"]),
        ("es", ["el", "la", "y", "que", "para", "hola", "biblioteca", "usted", "los", "con"]),
        ("fi", ["ja", "on", "ei", "kirjasto", "voit", "hei", "tervetuloa", "sinun", "kanssa"]),
    ];

    // Letters Persian and Dari have and Arabic lacks; letters Ukrainian has and Russian lacks.
    private static readonly SearchValues<char> PersianOnly = SearchValues.Create("پچژگ");
    private static readonly SearchValues<char> UkrainianOnly = SearchValues.Create("іїєґІЇЄҐ");

    public static string? Of(string? html, string text)
    {
        if (html is not null && LangAttribute().Match(html) is { Success: true } told)
        {
            return told.Groups[1].Value.ToLowerInvariant();
        }

        return ByScript(text) ?? ByWords(text);
    }

    private static string? ByScript(string text)
    {
        if (text.Any(character => character is >= '\u0600' and <= '\u06FF'))
        {
            return text.AsSpan().ContainsAny(PersianOnly) ? "fa" : "ar";
        }

        if (text.Any(character => character is >= '\u1200' and <= '\u137F'))
        {
            return "ti";
        }

        return text.Any(character => character is >= '\u0400' and <= '\u04FF')
            ? text.AsSpan().ContainsAny(UkrainianOnly) ? "uk" : "ru"
            : null;
    }

    private static string? ByWords(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        var (language, hits) = Common
            .Select(entry => (entry.Language, Hits: words.Count(entry.Words.Contains)))
            .MaxBy(entry => entry.Hits);
        return hits > 0 ? language : null;
    }

    [GeneratedRegex("<html[^>]*\\slang=[\"']?([a-zA-Z]{2,3})", RegexOptions.CultureInvariant)]
    private static partial Regex LangAttribute();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
