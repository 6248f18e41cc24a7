using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>What staff's pages have in common.</summary>
internal static class StaffLayout
{
    private static readonly PageStyle Style = new("Staff/staff.css");

    /// <summary>The style sheet of all staff's pages.</summary>
    public static string Css => Style.Css;

    public static string SecurityPolicy { get; } = Style.SecurityPolicyWithScripts;

    /// <summary>A whole page.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="main">HTML.</param>
    public static string Render(string title, string main) => $"""
        <!DOCTYPE html>
        <html lang="sv">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{PageHtml.Encode(title)}</title>
        <style>{Style.Css}</style>
        </head>
        <body>
        <main>
        {main}
        </main>
        </body>
        </html>

        """;
}
