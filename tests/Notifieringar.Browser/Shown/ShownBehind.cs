using Notifieringar.Browser.Staff;
using Notifieringar.Web.Staff;
using Notifieringar.Web.Staff.Pages;

namespace Notifieringar.Browser.Shown;

/// <summary>A page behind a page of the menu.</summary>
/// <param name="Component">What shows it; the guard asks that every one is shown.</param>
/// <param name="Path">Its address after the unit.</param>
/// <param name="Act">What is done there before it is looked at; null for nothing.</param>
internal sealed record BehindPage(Type Component, Func<AShownLibrary, string> Path, Func<AVisitor, Task>? Act = null);

/// <summary>The pages behind the pages of staff's menu, by name.</summary>
internal static class ShownBehind
{
    public static IReadOnlyDictionary<string, BehindPage> Pages { get; } = new Dictionary<string, BehindPage>
    {
        ["idag-lista"] = new(typeof(DayListPage), _ => "idag/lista"),
        ["idag-tom"] = new(typeof(TodayPage), _ => "idag?dag=2025-02-16"),
        ["kalender-manad"] = new(typeof(MonthPage), _ => "kalender/manad"),
        ["familjer-hittade"] = new(typeof(PeoplePage), _ => "familjer", SearchAsync),
        ["familjer-en"] = new(typeof(PersonPage), shown => $"familjer/{shown.Homes["Maja"]}"),
        ["familjer-tyst"] = new(typeof(PersonPage), shown => $"familjer/{shown.Homes["Shirin"]}"),
        ["familjer-tystnad"] = new(typeof(SilencePage), shown => $"familjer/tystnad/{shown.Silence}"),
        ["familjer-tid"] = new(typeof(OtherTimesPage), shown => $"familjer/{shown.Homes["Maja"]}/tid/{shown.Visits["Maja"]}"),
        ["traffar-en"] = new(typeof(MeetingPage), shown => $"traffar/babycafe/{shown.Meeting}"),
        ["traffar-ny"] = new(typeof(NewMeetingPage), _ => "traffar/ny/babycafe"),
        ["brev-del"] = new(typeof(LetterPartPage), shown => $"brev/{shown.Part}"),
        ["brev-fonster"] = new(typeof(WindowPage), _ => "brev/fonster"),
        ["brev-sagt"] = new(typeof(LettersPage), _ => "brev?sagt=posted"),
        ["utskick-nytt"] = new(typeof(NewCampaignPage), _ => "utskick/nytt"),
        ["utskick-nytt-babycafe"] = new(typeof(CampaignFormPage), _ => "utskick/nytt/babycafe"),
        ["utskick-sent"] = new(typeof(CampaignPage), shown => $"utskick/{shown.Campaigns["sent"]}"),
        ["utskick-approved"] = new(typeof(CampaignPage), shown => $"utskick/{shown.Campaigns["approved"]}"),
        ["utskick-draft"] = new(typeof(CampaignPage), shown => $"utskick/{shown.Campaigns["draft"]}"),
        ["utskick-provkorning"] = new(typeof(CampaignPage), shown => $"utskick/{shown.Campaigns["draft"]}", visitor => visitor.PressFirstAsync("#gor-dryRun")),
        ["import-en"] = new(typeof(ImportPage), shown => $"import/{shown.Import}"),
        ["import-vantar"] = new(typeof(ImportPage), shown => $"import/{shown.HeldImport}"),
        ["problem-inkorg"] = new(typeof(InboxPage), _ => "problem/inkorg"),
        ["problem-stopp"] = new(typeof(StopPage), _ => "problem/stopp"),
        ["problem-familjer"] = new(typeof(UnreachedPage), _ => "problem/Bounced"),
        ["rapporter-2024"] = new(typeof(ReportsPage), _ => "rapporter?program=sprakstart-6&ar=2024"),
        ["prov-dagar"] = new(typeof(RehearsalPage), _ => "prov?dagar=30"),
        ["mallar-program"] = new(typeof(TextMatrixPage), _ => "mallar/sprakstart-6"),
        ["redigera-text"] = new(typeof(TextEditorPage), _ => ShownTexts.Sms, AnEditor.ReadyAsync),
        ["redigera-fel"] = new(typeof(TextEditorPage), _ => ShownTexts.Sms, AnEditor.BrokenAsync),
        ["redigera-brev"] = new(typeof(TextEditorPage), _ => "mallar/sprakstart-6/invitation/letter/ar", AnEditor.ReadyAsync),
        ["mallar-version"] = new(typeof(TextVersionPage), _ => ShownTexts.Sms, visitor => visitor.PressFirstAsync("tbody tr:last-child th a")),
        ["installningar-program"] = new(typeof(ProgrammePage), _ => "installningar/program/sprakstart-6"),
    };

    private static async Task SearchAsync(AVisitor visitor)
    {
        await visitor.Page.Locator("#sok").FillAsync("a");
        await visitor.PressFirstAsync("#sok + button");
    }
}
