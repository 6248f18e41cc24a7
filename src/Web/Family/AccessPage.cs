namespace Notifieringar.Web.Family;

/// <summary>What is said of accessibility (tillgänglighetsredogörelse, lag 2018:1937). It stands where codes stand, and can be none: a code
/// has ten signs and no vowels. It knows no library, so it names none.</summary>
internal static class AccessPage
{
    public const string Name = "tillganglighet";
    private const string Report = """<a href="https://www.digg.se/tdosanmalan" rel="noreferrer"><bdi dir="ltr">digg.se/tdosanmalan</bdi></a>""";

    public static string AddressIn(string language) => $"{FamilyPages.Path}/{Name}?{PageLanguage.Parameter}={language}";

    public static string Render(string language)
    {
        var text = FamilyText.In(language);
        var report = new Dictionary<string, string>(StringComparer.Ordinal) { ["report"] = Report };
        return PageLayout.Render(language, text.AccessHeading, $"""
            <h1>{PageHtml.Encode(text.AccessHeading)}</h1>
            <p>{PageHtml.Encode(text.AccessPromise)}</p>
            <p>{PageHtml.Encode(text.AccessFlaws)}</p>
            <p>{PageHtml.Encode(text.AccessHelp)}</p>
            <p>{PageHtml.Fill(text.AccessReport, report)}</p>
            """);
    }
}
