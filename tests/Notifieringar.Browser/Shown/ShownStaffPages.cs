using Notifieringar.Scenarios.Visits;
using Notifieringar.Web.Staff;

namespace Notifieringar.Browser.Shown;

/// <summary>Staff's pages: all of the menu, so that a new one is looked at from its first day, and those that stand behind them.</summary>
internal static class ShownStaffPages
{
    // A page behind a page of the menu: its name, and its address after the unit.
    private static readonly IReadOnlyDictionary<string, Func<AShownLibrary, string>> Behind = new Dictionary<string, Func<AShownLibrary, string>>
    {
        ["idag-lista"] = _ => "idag/lista",
        ["idag-tom"] = _ => "idag?dag=2025-02-16",
        ["kalender-manad"] = _ => "kalender/manad",
        ["familjer-en"] = shown => $"familjer/{shown.Homes["Maja"]}",
        ["traffar-en"] = shown => $"traffar/babycafe/{shown.Meeting}",
        ["utskick-nytt"] = _ => "utskick/nytt",
        ["utskick-nytt-babycafe"] = _ => "utskick/nytt/babycafe",
        ["import-en"] = shown => $"import/{shown.Import}",
        ["utskick-sent"] = shown => $"utskick/{shown.Campaigns["sent"]}",
        ["utskick-approved"] = shown => $"utskick/{shown.Campaigns["approved"]}",
        ["utskick-draft"] = shown => $"utskick/{shown.Campaigns["draft"]}",
        ["brev-sagt"] = _ => "brev?sagt=posted",
    };

    private static readonly IReadOnlyList<ShownPage> Others =
    [
        new("sign-in", "/.auth/login/local"),
        new("units", "/personal", "bertil"),
        new("no-role", "/personal", "utomstaende", 403),
        new("missing", $"/personal/{ALibrary.Unit}/hemligt", "anna", 404),
    ];

    public static IEnumerable<string> Names => [.. StaffView.Pages, .. Behind.Keys, .. Others.Select(page => page.Name)];

    public static ShownPage Of(string name, AShownLibrary shown) =>
        Others.FirstOrDefault(page => page.Name == name)
        ?? new ShownPage(name, $"/personal/{ALibrary.Unit}/{(Behind.TryGetValue(name, out var path) ? path(shown) : name)}", "anna");
}
