using Notifieringar.Templates;

namespace Notifieringar.Web.Family;

/// <summary>What all pages have in common: head, style the choice of languages, and the way to what is said of accessibility.</summary>
internal static class PageLayout
{
    private static readonly PageStyle Style = new("Family/family.css");

    public static string SecurityPolicy { get; } = Style.SecurityPolicy;

    /// <summary>A whole page.</summary>
    /// <param name="language">One of the offered languages.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="main">HTML.</param>
    /// <param name="keep">What stands in the page's address besides its language; empty for nothing.</param>
    public static string Render(string language, string title, string main, string keep = "") => $"""
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
        {string.Join('\n', FamilyText.Offered.Where(other => other != language).Select(other => Link(other, keep)))}
        </nav>
        <footer><a href="{AccessPage.AddressIn(language)}">{PageHtml.Encode(FamilyText.In(language).AccessLink)}</a></footer>
        </body>
        </html>

        """;

    private static string Link(string language, string keep) =>
        $"""<a href="?{keep}{(keep.Length == 0 ? "" : "&amp;")}lang={language}" lang="{language}" hreflang="{language}">{PageHtml.Name(Languages.OwnName(language))}</a>""";
}
