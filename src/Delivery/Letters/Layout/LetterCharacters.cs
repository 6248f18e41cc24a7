using System.Net;
using System.Text;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>The characters a letter draws, whether they were written as they are or as HTML entities.</summary>
internal static class LetterCharacters
{
    public static HashSet<int> Of(LetterToPrint letter)
    {
        IEnumerable<string?> texts =
        [
            letter.SenderName, letter.DateLine, letter.PhoneForHelp, letter.ShortCode, letter.AnswerUrl,
            .. letter.AddressLines, .. letter.ReturnAddressLines, .. Words(letter.Primary), .. Words(letter.Swedish),
        ];
        return [.. texts.OfType<string>().SelectMany(t => t.EnumerateRunes()).Where(r => !Rune.IsWhiteSpace(r)).Select(r => r.Value)];
    }

    private static IEnumerable<string> Words(LetterText? text) =>
        text is null ? [] : [WebUtility.HtmlDecode(text.Html), text.AnswerCaption, text.CodeCaption];
}
