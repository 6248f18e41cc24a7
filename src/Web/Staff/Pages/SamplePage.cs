using Notifieringar.Templates;
using Notifieringar.Web.Family;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>An e-mail's or a letter's text as a page for a frame that may do nothing: it stands in the page around it, is of the same policy, and the
/// sandbox takes scripts and forms away whatever an administrator has written.</summary>
internal static class SamplePage
{
    public static string Of(SampleText sample) => $"""
        <!DOCTYPE html>
        <html lang="{PageHtml.Encode(sample.Language)}" dir="{(Languages.IsRightToLeft(sample.Language) ? "rtl" : "ltr")}">
        <head><meta charset="utf-8"><meta name="color-scheme" content="light"><title>{PageHtml.Encode(sample.Subject ?? "")}</title></head>
        <body>{sample.Body}</body>
        </html>
        """;
}
