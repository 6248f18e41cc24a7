using System.Text.RegularExpressions;
using Notifieringar.Model;

namespace Notifieringar.Templates.Checking;

/// <summary>Does a personal identity number or a phone number stand in the text itself?</summary>
internal static partial class PersonalNumbers
{
    public static IEnumerable<TextFinding> In(CheckedText text) => text.Said.SelectMany(said => In(text, said));

    private static IEnumerable<TextFinding> In(CheckedText text, SaidText said)
    {
        foreach (Match match in Numbers().Matches(said.ToString()))
        {
            var place = said.PlaceOf(match.Index);
            if (PersonalIdentityNumber.AppearsIn(match.Value, phoneExpected: true))
            {
                yield return text.Finding(
                    TextFindingCode.PersonalIdentityNumber,
                    FindingWeight.Error,
                    place,
                    "Här står ett personnummer eller samordningsnummer.",
                    "Ta bort det. Sådana nummer får aldrig stå i en mall, för den går till många.");
            }
            else if (PhoneStart().IsMatch(match.Value) && PhoneNumber.TryParse(match.Value, out var phone, out _))
            {
                yield return phone.IsSwedishMobile ? Mobile(text, place) : Other(text, place);
            }
        }
    }

    private static TextFinding Mobile(CheckedText text, SourcePlace place) => text.Finding(
        TextFindingCode.PersonPhone,
        FindingWeight.Error,
        place,
        "Här står ett mobilnummer, och det kan vara någons eget.",
        "Skriv {{ sender.phone }} i stället, så kommer rätt nummer med för varje bibliotek.");

    private static TextFinding Other(CheckedText text, SourcePlace place) => text.Finding(
        TextFindingCode.WrittenPhone,
        FindingWeight.Warning,
        place,
        "Här står ett telefonnummer i själva texten, så det blir fel den dag det ändras.",
        "Skriv {{ sender.phone }} i stället.");

    // Digits with the signs that people put between them; a full stop or a comma is left to times, prices and sentences.
    [GeneratedRegex(@"(?<![\p{L}\d])\+?\d(?:[-+\s()/\u00A0\u2010-\u2015\u2212]*\d){7,17}(?![\p{L}\d])")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:\+|0)")]
    private static partial Regex PhoneStart();
}
