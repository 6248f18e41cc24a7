using Notifieringar.Templates;

namespace Notifieringar.Web.Family;

/// <summary>What all pages have in common: head, style and the choice of languages.</summary>
internal static class PageLayout
{
    private static readonly PageStyle Style = new("Family/family.css");

    public static string SecurityPolicy { get; } = Style.SecurityPolicy;

    /// <summary>A whole page.</summary>
    /// <param name="language">One of the offered languages.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="main">HTML.</param>
    public static string Render(string language, string title, string main) => $"""
        <!DOCTYPE html>
        <html lang="{language}" dir="{(Languages.IsRightToLeft(language) ? "rtl" : "ltr")}">
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
        <nav aria-label="{PageHtml.Encode(FamilyText.In(language).Languages)}">
        {string.Join('\n', FamilyText.Offered.Where(other => other != language).Select(Link))}
        </nav>
        </body>
        </html>

        """;

    private static string Link(string language) =>
        $"""<a href="?lang={language}" lang="{language}" hreflang="{language}">{PageHtml.Name(Languages.OwnName(language))}</a>""";
}
