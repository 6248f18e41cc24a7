using Notifieringar.Scenarios.Visits;
using Notifieringar.Web.Staff;

namespace Notifieringar.Browser.Shown;

/// <summary>Staff's pages: all of the menu, so that a new one is looked at from its first day, and those that stand behind them.</summary>
internal static class ShownStaffPages
{
    private static readonly IReadOnlyList<ShownPage> Others =
    [
        new("sign-in", "/.auth/login/local"),
        new("units", "/personal", "bertil"),
        new("no-role", "/personal", "utomstaende", 403),
        new("missing", $"/personal/{ALibrary.Unit}/hemligt", "anna", 404),
    ];

    public static IEnumerable<string> Names => [.. StaffView.Pages, .. ShownBehind.Pages.Keys, .. Others.Select(page => page.Name)];

    public static ShownPage Of(string name, AShownLibrary shown)
    {
        if (Others.FirstOrDefault(page => page.Name == name) is { } other)
        {
            return other;
        }

        var (path, act) = ShownBehind.Pages.TryGetValue(name, out var behind) ? (behind.Path(shown), behind.Act) : (name, null);
        return new ShownPage(name, $"/personal/{ALibrary.Unit}/{path}", "anna", Act: act);
    }
}
