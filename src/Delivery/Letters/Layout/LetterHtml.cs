using System.Globalization;
using System.Net;
using System.Text;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>The HTML of one letter. Everything but the texts' own fragments is plain text and is escaped here.</summary>
internal static class LetterHtml
{
    private const string PhoneIcon =
        "<svg aria-hidden=\"true\" viewBox=\"0 0 20 20\"><path d=\"M4 1h3.2l1.6 4.4-2 1.6a11.5 11.5 0 0 0 6.2 6.2l1.6-2 4.4 1.6V16a3 3 0 0 1-3 3A15 15 0 0 1 1 4a3 3 0 0 1 3-3z\"/></svg>";

    public static void Append(StringBuilder html, int index, LetterToPrint letter, EnvelopeProfile envelope)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"letter\" data-index=\"{index}\" lang=\"{Escape(letter.Primary.Language)}\">");
        html.Append("<section class=\"page front\">");
        AppendSender(html, letter);
        AppendAddress(html, letter);
        for (var fold = envelope.FoldedHeight; fold < 290; fold += envelope.FoldedHeight)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"fold\" aria-hidden=\"true\" style=\"top:{fold}mm\"></div>");
        }

        html.Append("<div class=\"flow\"><p class=\"date\"").Append(Direction(letter.Primary)).Append("><bdi>").Append(Escape(letter.DateLine)).Append("</bdi></p>");
        AppendText(html, letter.Primary, "primary");
        if (letter.Swedish is not null)
        {
            AppendText(html, letter.Swedish, "swedish");
        }

        html.Append("</div>");
        AnswerBox.Append(html, letter, PhoneIcon);
        if (letter.Swedish is not null)
        {
            html.Append("<p class=\"turn\" lang=\"sv\">Svensk text finns på nästa sida.</p>");
        }

        html.Append("</section><section class=\"page back\"><div class=\"flow\"></div></section></article>");
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public static string Direction(LetterText text) => text.RightToLeft ? " dir=\"rtl\"" : " dir=\"ltr\"";

    private static void AppendText(StringBuilder html, LetterText text, string role) =>
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"text {role}\" lang=\"{Escape(text.Language)}\"{Direction(text)}>{text.Html}</div>");

    private static void AppendSender(StringBuilder html, LetterToPrint letter)
    {
        html.Append("<header class=\"sender\" lang=\"sv\"><b>").Append(Escape(letter.SenderName)).Append("</b>");
        foreach (var line in letter.ReturnAddressLines.Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            html.Append("<span>").Append(Escape(line.Trim())).Append("</span>");
        }

        html.Append("</header>");
    }

    private static void AppendAddress(StringBuilder html, LetterToPrint letter)
    {
        html.Append("<address class=\"to\" lang=\"sv\">");
        foreach (var line in letter.AddressLines.Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            html.Append("<div><bdi>").Append(Escape(line.Trim())).Append("</bdi></div>");
        }

        html.Append("</address>");
    }
}
