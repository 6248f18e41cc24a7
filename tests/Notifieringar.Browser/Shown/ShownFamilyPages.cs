using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Shown;

/// <summary>Families' pages, in any language.</summary>
internal static class ShownFamilyPages
{
    private const string WrongCode = "3333333333";

    /// <summary>Those that are looked at in every language.</summary>
    public static async Task<IReadOnlyList<ShownPage>> InAsync(string language, AShownLibrary shown)
    {
        using var reader = new AReader(shown.Library);
        var open = $"/s/{shown.Codes["Sofia"]}";
        var time = (await reader.TimesAsync(shown.Codes["Sofia"]))[0];
        return
        [
            new("invitation", $"{open}?lang={language}"),
            new("yes", $"/s/{shown.Codes["Maja"]}?lang={language}"),
            new("no", $"/s/{shown.Codes["Shirin"]}?lang={language}"),
            new("collect", $"/s/{shown.Codes["Johan"]}?lang={language}"),
            new("times", $"{open}?times=all&lang={language}"),
            new("confirm", $"{open}?times={time}&lang={language}"),
            new("stop", $"{open}?stop=1&lang={language}"),
            new("closed", $"/s/{shown.Codes[ShownFamilies.Protected.GivenName]}?lang={language}", Status: 410),
            new("ask", $"/s?k=34&lang={language}", Status: 400),
            new("accessibility", $"/s/tillganglighet?lang={language}"),
            new("unsubscribe", $"/u/okand?lang={language}"),
        ];
    }

    /// <summary>A code that does not exist: looked at seldom, because too many of them are refused.</summary>
    public static ShownPage Unknown(string language) => new("unknown", $"/s/{WrongCode}?lang={language}", Status: 404);
}
