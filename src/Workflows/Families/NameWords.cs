using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Workflows.Families;

/// <summary>Names as they are searched for: small letters without marks, so that Åsa is found by asa and by ÅSA. A name stands once for each of
/// its words, beginning with that word and going round: it is found by any of them, and by one together with the next.</summary>
internal static class NameWords
{
    /// <summary>The partition of organisations, besides those of the letters.</summary>
    public const string Organisations = "organisation";

    private const int MostWords = 6;
    private const int LongestName = 100;

    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['ø'] = "o",
        ['æ'] = "a",
        ['œ'] = "o",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ß'] = "ss",
        ['ı'] = "i",
    };

    /// <summary>The words of a text, at most six.</summary>
    public static ImmutableArray<string> Of(string? text)
    {
        var words = new StringBuilder();
        foreach (var sign in Garbled.Whole(text ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            words.Append(sign switch
            {
                _ when CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter => "",
                '\'' or '’' => "", // O'Connor is one word
                _ when Spelled.TryGetValue(sign, out var spelled) => spelled,
                _ when char.IsLetterOrDigit(sign) => sign.ToString(),
                _ => " ",
            });
        }

        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
    }

    /// <summary>What a person is found by; nothing for whoever a search does not find.</summary>
    public static IEnumerable<PersonName> Of(Person person)
    {
        var words = Showing.IsFound(person) ? Of(person.FullName) : [];
        var names = words.Select((word, index) => new PersonName(PrefixOf(word), Joined([.. words[index..], .. words[..index]]), person.Id));
        return person.Kind == PersonKind.Organisation && !words.IsEmpty
            ? names.Append(new PersonName(Organisations, Joined(words), person.Id))
            : names;
    }

    /// <summary>The partition that names beginning with a word stand in: its first letter, or the number of one that is not a to z.</summary>
    public static string PrefixOf(string word) => char.IsAsciiLetterOrDigit(word[0])
        ? word[..1]
        : ((int)word[0]).ToString("x4", CultureInfo.InvariantCulture);

    private static string Joined(IEnumerable<string> words)
    {
        var name = string.Join(' ', words);
        return name.Length > LongestName ? name[..LongestName].TrimEnd() : name;
    }
}
