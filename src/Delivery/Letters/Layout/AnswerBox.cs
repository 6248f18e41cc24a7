using System.Text;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>The box at the foot of the front page: scan, type the link and the code, or call. Numbers and links run left to right in any language.</summary>
internal static class AnswerBox
{
    public static void Append(StringBuilder html, LetterToPrint letter, string phoneIcon)
    {
        if (letter.AnswerUrl is null && letter.ShortCode is null && letter.PhoneForHelp.Length == 0)
        {
            return;
        }

        html.Append("<aside class=\"answer\"").Append(LetterHtml.Direction(letter.Primary)).Append('>');
        if (letter.AnswerUrl is not null)
        {
            html.Append(QrSvg.Draw(letter.AnswerUrl));
        }

        html.Append("<div>");
        if (letter.AnswerUrl is not null || letter.ShortCode is not null)
        {
            AppendCaption(html, letter.Primary, letter.Primary.AnswerCaption, "call");
            AppendCaption(html, letter.Swedish, letter.Swedish?.AnswerCaption, "call-too");
        }

        if (letter.AnswerUrl is not null)
        {
            html.Append("<p class=\"link\"><bdi dir=\"ltr\">").Append(LetterHtml.Escape(ToRead(letter.AnswerUrl))).Append("</bdi></p>");
        }

        AppendFacts(html, letter, phoneIcon);
        html.Append("</div></aside>");
    }

    private static void AppendCaption(StringBuilder html, LetterText? text, string? caption, string role)
    {
        if (text is not null && !string.IsNullOrWhiteSpace(caption))
        {
            html.Append("<p class=\"").Append(role).Append("\" lang=\"").Append(LetterHtml.Escape(text.Language)).Append("\"><bdi>")
                .Append(LetterHtml.Escape(caption)).Append("</bdi></p>");
        }
    }

    private static void AppendFacts(StringBuilder html, LetterToPrint letter, string phoneIcon)
    {
        html.Append("<p class=\"facts\">");
        if (letter.ShortCode is not null)
        {
            var captions = new[] { letter.Primary.CodeCaption, letter.Swedish?.CodeCaption }.Where(c => !string.IsNullOrWhiteSpace(c));
            html.Append("<span>").AppendJoin(" · ", captions.Select(c => $"<bdi>{LetterHtml.Escape(c!)}</bdi>"))
                .Append(" <bdi dir=\"ltr\" class=\"code\">").Append(LetterHtml.Escape(letter.ShortCode)).Append("</bdi></span>");
        }

        if (letter.PhoneForHelp.Length > 0)
        {
            html.Append("<span class=\"phone\">").Append(phoneIcon)
                .Append("<bdi dir=\"ltr\">").Append(LetterHtml.Escape(letter.PhoneForHelp)).Append("</bdi></span>");
        }

        html.Append("</p>");
    }

    // "https://" is noise to someone who types it from paper; a browser adds it.
    private static string ToRead(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal) ? url["https://".Length..] : url;
}
