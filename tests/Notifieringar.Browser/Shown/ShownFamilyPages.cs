using Notifieringar.Scenarios.Visits;
using Notifieringar.Web.Family;

namespace Notifieringar.Browser.Shown;

/// <summary>Families' pages, in any language.</summary>
internal static class ShownFamilyPages
{
    private const string WrongCode = "3333333333";

    /// <summary>What writes each page; the guard asks that every page is shown.</summary>
    public static IReadOnlyDictionary<string, string> Writers { get; } = new Dictionary<string, string>
    {
        ["invitation"] = "InvitationPage.Render",
        ["times"] = "TimesPage.Render",
        ["called-off"] = "TimesPage.CalledOff",
        ["stop"] = "StopPage.Ask",
        ["stopped"] = "StopPage.Done",
        ["closed"] = "MessagePage.Closed",
        ["ask"] = "MessagePage.Ask",
        ["too-many"] = "MessagePage.TooMany",
        ["busy"] = "MessagePage.Busy",
        ["unknown"] = "MessagePage.Unknown",
        ["accessibility"] = "AccessPage.Render",
        ["unsubscribe"] = "UnsubscribePages.Ask",
        ["unsubscribed"] = "UnsubscribePages.Done",
    };

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
            new("called-off", $"/s/{shown.Codes["Elina"]}?lang={language}"),
            new("stop", $"{open}?stop=1&lang={language}"),
            new("closed", $"/s/{shown.Codes[ShownFamilies.Protected.GivenName]}?lang={language}", Status: 410),
            new("ask", $"/s?k=34&lang={language}", Status: 400),
            new("accessibility", $"/s/tillganglighet?lang={language}"),
            new("unsubscribe", $"/u/okand?lang={language}"),
            new("unsubscribed", $"/u/okand?lang={language}", Act: visitor => visitor.PressFirstAsync("button.first")),
            .. Seldom(language),
        ];
    }

    /// <summary>A code that does not exist: looked at seldom, because too many of them are refused.</summary>
    public static ShownPage Unknown(string language) => new("unknown", $"/s/{WrongCode}?lang={language}", Status: 404);

    private static IEnumerable<ShownPage> Seldom(string language)
    {
        var asked = new PageLanguage(language, IsAsked: true);
        return
        [
            new("stopped", "/s/slut", Html: StopPage.Done(language)),
            new("too-many", "/s/for-manga", Html: MessagePage.TooMany(asked)),
            new("busy", "/s/upptaget", Html: MessagePage.Busy(asked)),
        ];
    }
}
