using System.Globalization;
using Notifieringar.Templates;
using Notifieringar.Web.Family;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Web.Staff.Previews;

/// <summary>An SMS on a locked phone, where others may see it, and on an open one; and the parts that it is sent and paid for in.</summary>
internal static class SmsPreview
{
    public static PreviewDocument Of(PreviewedText.Sms sms, string language)
    {
        var words = StaffWords.Current;
        var written = $"lang=\"{PageHtml.Encode(language)}\" dir=\"{(Languages.IsRightToLeft(language) ? "rtl" : "ltr")}\"";
        var (sender, body) = (PageHtml.Encode(sms.Sender), PageHtml.Encode(sms.Body));
        var parts = words.With(
            sms.Parts.Length == 1 ? "mallar.onePart" : "mallar.parts",
            ("count", sms.Parts.Length),
            ("units", sms.Length.Units),
            ("room", (sms.Length.Encoding, sms.Parts.Length) switch
            {
                (SmsEncoding.Gsm7, 1) => 160,
                (SmsEncoding.Gsm7, _) => 153,
                (_, 1) => 70,
                _ => 67,
            }));
        var document = new PreviewDocument().With($"""
            <h2>{PageHtml.Encode(words["mallar.locked"])}</h2>
            <div class="phone locked"><p class="clock" aria-hidden="true">10.30</p><div class="note"><p class="from">{sender}</p><p class="short" {written}>{body}</p></div></div>
            <h2>{PageHtml.Encode(words["mallar.open"])}</h2>
            <div class="phone"><p class="from">{sender}</p><p class="bubble" {written}>{body}</p></div>
            <p class="preview-note">{PageHtml.Encode(parts)}</p>
            """);
        return sms.Parts.Length == 1
            ? document
            : document.With($"<ol class=\"parts\">{string.Concat(sms.Parts.Select(part => $"<li {written}>{PageHtml.Encode(part)}</li>"))}</ol>");
    }
}
