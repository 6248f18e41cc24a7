using Notifieringar.Scenarios.Visits;
using Notifieringar.Web.Staff;
using Notifieringar.Web.Staff.Pages;

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

    /// <summary>What shows the pages of the menu, and those outside of it; the guard asks that every one is shown.</summary>
    public static IReadOnlyDictionary<string, Type> Components { get; } = new Dictionary<string, Type>
    {
        ["idag"] = typeof(TodayPage),
        ["kalender"] = typeof(WeekPage),
        ["familjer"] = typeof(PeoplePage),
        ["traffar"] = typeof(MeetingsPage),
        ["ringlista"] = typeof(CallListPage),
        ["brev"] = typeof(LettersPage),
        ["utskick"] = typeof(CampaignsPage),
        ["import"] = typeof(ImportsPage),
        ["problem"] = typeof(ProblemsPage),
        ["rapporter"] = typeof(ReportsPage),
        ["prov"] = typeof(RehearsalPage),
        ["mallar"] = typeof(TextProgrammesPage),
        ["installningar"] = typeof(SettingsPage),
        ["logg"] = typeof(AuditLogPage),
        ["units"] = typeof(UnitsPage),
        ["missing"] = typeof(NoticePage),
    };

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
