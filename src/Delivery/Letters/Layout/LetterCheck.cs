namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>What is wrong with a letter before a browser has seen it.</summary>
internal static class LetterCheck
{
    public static LetterProblemKind? Problem(LetterToPrint letter, LetterFonts fonts)
    {
        if (letter.AddressLines.All(string.IsNullOrWhiteSpace))
        {
            return LetterProblemKind.NoAddress;
        }

        if (!LetterMarkup.IsSafe(letter.Primary.Html) || (letter.Swedish is not null && !LetterMarkup.IsSafe(letter.Swedish.Html)))
        {
            return LetterProblemKind.BadMarkup;
        }

        if (letter.AnswerUrl is not null && (!Uri.IsWellFormedUriString(letter.AnswerUrl, UriKind.Absolute) || QrSvg.Draw(letter.AnswerUrl) is null))
        {
            return LetterProblemKind.BadAnswerUrl;
        }

        return fonts.CanDraw(LetterCharacters.Of(letter)) ? null : LetterProblemKind.MissingGlyph;
    }
}
