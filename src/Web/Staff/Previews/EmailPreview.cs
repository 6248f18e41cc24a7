using System.Net;
using System.Text.RegularExpressions;
using Notifieringar.Web.Family;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Web.Staff.Previews;

/// <summary>An e-mail as its line in the inbox and as it is opened.</summary>
internal static partial class EmailPreview
{
    private const int InboxWords = 90;

    public static PreviewDocument Of(PreviewedText.Email email)
    {
        var page = email.Page;
        var begins = string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var shown = begins.Length > InboxWords ? begins[..InboxWords] + "…" : begins;
        return new PreviewDocument()
            .With($"""
                <div class="preview preview-inbox" lang="{StaffWords.Current.Language}" dir="ltr"><h2>{PageHtml.Encode(StaffWords.Current["mallar.inbox"])}</h2>
                <p class="inbox"><b><bdi>{PageHtml.Encode(email.Sender)}</bdi></b> <b dir="auto">{PageHtml.Encode(page.Subject)}</b> <span dir="auto">{PageHtml.Encode(shown)}</span></p>
                <h2>{PageHtml.Encode(StaffWords.Current["mallar.opened"])}</h2></div>
                """)
            .Around(
                page.Html,
                Sheet().Matches(email.Frame).Select(sheet => sheet.Groups["css"].Value),
                Style().Matches(email.Frame).Select(style => WebUtility.HtmlDecode(style.Groups["css"].Value)).Distinct(StringComparer.Ordinal));
    }

    [GeneratedRegex("<style>(?<css>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Sheet();

    [GeneratedRegex("style=\"(?<css>[^\"]*)\"")]
    private static partial Regex Style();
}
