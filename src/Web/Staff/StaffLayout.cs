using System.Security.Cryptography;
using System.Text;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>What staff's pages have in common.</summary>
internal static class StaffLayout
{
    private static readonly string Style = Embedded.Read("Staff/staff.css");

    /// <summary>Allows our one style sheet, known by its hash, and nothing else.</summary>
    public static string SecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

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
        <style>{Style}</style>
        </head>
        <body>
        <main>
        {main}
        </main>
        </body>
        </html>

        """;
}
