using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Notifieringar.Templates.Checking;

/// <summary>Which characters of an SMS force the larger alphabet, and what can be written instead?</summary>
internal static class SmsCharacters
{
    // The usual look-alikes that word processors put in, and letters of European names. An empty text: leave it out.
    private static readonly FrozenDictionary<string, string> Instead =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Embedded.Read("Checking/sms-instead.json"))!.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<TextFinding> In(CheckedText text)
    {
        if (!text.IsSms)
        {
            return [];
        }

        var found = Found(text).DistinctBy(character => character.Value).ToList();
        var own = found.FirstOrDefault(character => Rune.IsLetter(Rune.GetRuneAt(character.Value, 0)) && !Instead.ContainsKey(character.Value));
        return own.Value is null
            ? found.Select(character => Replaceable(text, character.Value, character.Said.PlaceOf(character.Index)))
            : [Alphabet(text, own.Value, own.Said.PlaceOf(own.Index))];
    }

    private static IEnumerable<(string Value, SaidText Said, int Index)> Found(CheckedText text)
    {
        foreach (var said in text.Said)
        {
            var index = 0;
            foreach (var character in said.ToString().EnumerateRunes())
            {
                var value = character.ToString();
                if (SmsLength.Count(value).Encoding == SmsEncoding.Ucs2)
                {
                    yield return (value, said, index);
                }

                index += character.Utf16SequenceLength;
            }
        }
    }

    private static TextFinding Replaceable(CheckedText text, string character, SourcePlace place) => text.Finding(
        TextFindingCode.SmsCharacter,
        FindingWeight.Warning,
        place,
        $"Tecknet {Shown(character)} gör att ett sms bara rymmer 70 tecken i stället för 160.",
        !Instead.TryGetValue(character, out var instead) ? "Ta bort det eller skriv på annat sätt."
            : instead.Length == 0 ? "Ta bort det; det syns ändå inte."
            : instead == " " ? "Skriv ett vanligt mellanslag i stället."
            : $"Skriv {instead} i stället.");

    private static TextFinding Alphabet(CheckedText text, string letter, SourcePlace place) => text.Finding(
        TextFindingCode.SmsAlphabet,
        FindingWeight.Note,
        place,
        $"Bokstäver som {letter} finns inte i sms-alfabetet, så ett sms på det här språket rymmer 70 tecken.",
        "Det är som det ska. Håll texten kort.");

    private static string Shown(string character)
    {
        var rune = Rune.GetRuneAt(character, 0);
        var isVisible = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) && !Rune.IsWhiteSpace(rune);
        return isVisible ? $"”{character}”" : $"U+{rune.Value:X4}";
    }
}
