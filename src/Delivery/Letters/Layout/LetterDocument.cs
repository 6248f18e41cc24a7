using System.Globalization;
using System.Net;
using System.Text;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>The HTML document of a part: every letter as the two page boxes of a sheet, before the browser has laid the texts out.</summary>
internal static class LetterDocument
{
    // No script, no network, no file: the document carries all it needs, and texts come from people.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

    public static string Build(IEnumerable<(int Index, LetterToPrint Letter)> letters, EnvelopeProfile envelope, LetterFonts fonts)
    {
        var body = new StringBuilder(1 << 16);
        var characters = new HashSet<int> { 'A' };
        foreach (var (index, letter) in letters)
        {
            LetterHtml.Append(body, index, letter, envelope);
            characters.UnionWith(LetterCharacters.Of(letter));
        }

        return new StringBuilder(body.Length + (1 << 20))
            .Append("<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>Brev</title>")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(WebUtility.HtmlEncode(Policy)).Append("\"><style>")
            .Append(fonts.FacesFor(characters)).Append(EmbeddedText.Read("letter.css")).Append(Measures(envelope))
            .Append("</style></head><body>").Append(body).Append("</body></html>")
            .ToString();
    }

    /// <summary>The style sheet of a document that <see cref="Build"/> has made.</summary>
    public static string StyleOf(string document)
    {
        const string Start = "<style>";
        var from = document.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return document[from..document.IndexOf("</style>", from, StringComparison.Ordinal)];
    }

    private static string Measures(EnvelopeProfile envelope)
    {
        var address = envelope.AddressArea;
        var sender = LetterGeometry.Sender(envelope);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            :root{--address-x:{{address.X}}mm;--address-y:{{address.Y}}mm;--address-width:{{address.Width}}mm;--address-height:{{address.Height}}mm;
            --sender-x:{{sender.X}}mm;--sender-width:{{sender.Width}}mm;--sender-height:{{sender.Height}}mm;--text-top:{{LetterGeometry.TextTop(envelope)}}mm}
            """);
    }
}
