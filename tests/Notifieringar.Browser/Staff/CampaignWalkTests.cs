using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Staff;

/// <summary>A campaign from the list of families to its result, by those who work at the library.</summary>
/// <param name="browser">The browser.</param>
public sealed class CampaignWalkTests(ABrowser browser)
{
    private const string Muted = "Tyra";
    private const string Tester = "070-174 06 61";
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 10, 0);

    // Five have a phone; two get letters, and one of those is muted while they wait to be printed.
    private static readonly IReadOnlyList<AFamily> Families =
    [
        .. new[] { "Ada", "Bo", "Cilla", "Disa", "Edit" }.Select((given, index) => Of(given) with { Phone = AFamily.PhoneNumber(index) }),
        Of("Sune"),
        Of(Muted),
    ];

    [Fact]
    public async Task StaffImport_TryApproveAndStart_MuteOneHalfway_AndTheResultIsWhatHasGoneOut()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ACampaign.AddStoryHourAsync(library, discretion: "D2"); // so sensitive that two must agree
        await using var campaigner = await browser.VisitAsync(library);
        await campaigner.SignInAsync("cecilia", "staff", "campaigner", "approver");
        await using var approver = await browser.VisitAsync(library, AScreen.Phone);
        await approver.SignInAsync("bertil", "staff", "approver");

        await ImportAsync(library, campaigner);
        var page = await PrepareAsync(campaigner);
        await TestAsync(library, campaigner);
        await ApproveAsync(campaigner, approver, page);
        await StartAsync(library, campaigner, page);
        await MuteAsync(library, approver);
        await EndAsync(library, campaigner, page);

        Assert.DoesNotContain(library.Sms, sms => sms.Text!.Contains(Muted, StringComparison.Ordinal));
        var muted = await library.HouseholdOfAsync(Muted);
        Assert.Equal(Silences.OptedOut, muted.Person.Silences);
        Assert.Equal([NoticeState.Skipped], muted.Notices.Select(notice => notice.State));
        Assert.Empty(campaigner.Complaints.Concat(approver.Complaints));
    }

    private static async Task ImportAsync(ALibrary library, AVisitor campaigner)
    {
        await campaigner.OpenStaffAsync("import");
        var list = Encoding.Latin1.GetBytes(AFamily.Header + string.Concat(Families.Select(family => family.Line)));
        await campaigner.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "familjer.csv", MimeType = "text/csv", Buffer = list });
        await campaigner.PressAsync("Läs in filen");
        await library.DrainAsync();
        await campaigner.Page.GetByText("Listan är inläst.").WaitForAsync(); // the page looks again by itself
        Assert.Equal(Families.Count, (await library.PeopleAsync()).Count);
    }

    private static async Task<string> PrepareAsync(AVisitor campaigner)
    {
        await campaigner.OpenStaffAsync("utskick");
        await campaigner.FollowAsync("Förbered ett utskick");
        await campaigner.FollowAsync("Sagostund");
        await campaigner.Page.Locator("[name=tid]").FillAsync("2025-02-20T10:00");
        await campaigner.Page.Locator("[name=plats]").FillAsync("Provby bibliotek");
        await campaigner.PressAsync("Spara som utkast");
        var page = new Uri(campaigner.Page.Url).AbsolutePath;

        await campaigner.PressAsync("Provkör");
        Assert.Contains($"{Families.Count} skulle få något.", await campaigner.TextAsync(), StringComparison.Ordinal);
        return page;
    }

    private static async Task TestAsync(ALibrary library, AVisitor campaigner)
    {
        await campaigner.Page.Locator("select[name=text]").SelectOptionAsync("Sms~sv");
        await campaigner.Page.Locator("[name=till]").FillAsync(Tester);
        await campaigner.PressAsync("Skicka provet");
        var test = Assert.Single(library.Sms);
        Assert.Equal("+46701740661", test.To);
        Assert.StartsWith("[TEST]", test.Text, StringComparison.Ordinal);
    }

    private static async Task ApproveAsync(AVisitor campaigner, AVisitor approver, string page)
    {
        await campaigner.OpenAsync(page);
        Assert.Contains("En annan än du måste godkänna", await campaigner.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await campaigner.Page.Locator("#gor-approve").CountAsync());
        await approver.OpenAsync(page);
        await approver.PressAsync("Godkänn");
        Assert.Contains("godkänt", await approver.TextAsync(), StringComparison.Ordinal);
    }

    // The bar moves while the page stands open: nobody loads it again.
    private static async Task StartAsync(ALibrary library, AVisitor campaigner, string page)
    {
        await campaigner.OpenAsync(page);
        Assert.Equal("0", await campaigner.Page.Locator("progress").GetAttributeAsync("value"));
        await library.FireAsync("SweepCampaigns");
        await library.DrainAsync();
        await library.FireAsync("SendDueNotices");
        await library.DrainAsync();
        await campaigner.Page.Locator($"progress[value='{Families.Count}']").WaitForAsync();
        Assert.Contains("skickas", await campaigner.TextAsync(), StringComparison.Ordinal); // letters are not printed yet
        Assert.Empty(await library.PilesAsync());
    }

    private static async Task MuteAsync(ALibrary library, AVisitor staff)
    {
        await staff.OpenStaffAsync("familjer");
        await staff.Page.GetByLabel("Namn, telefon eller e-post").FillAsync(Muted);
        await staff.PressAsync("Sök");
        await staff.FollowAsync($"{Muted} Provström");
        await staff.Page.Locator("summary", new() { HasText = "Sluta kontakta familjen" }).ClickAsync();
        await staff.Page.Locator("input[type=radio][value='opted-out']").CheckAsync();
        await staff.PressAsync("Sluta kontakta");
        await library.DrainAsync();
    }

    private static async Task EndAsync(ALibrary library, AVisitor campaigner, string page)
    {
        await library.GoToAsync(Morning.Date.At(new LocalTime(14, 5)));
        await library.FireAsync("SweepReceipts");
        await library.DrainAsync();
        library.Machine.SetClock(Stockholm.MomentOf(Morning.Date.At(new LocalTime(14, 30))));
        await library.FireAsync("SweepCampaigns");
        await library.DrainAsync();
        await campaigner.OpenAsync(page);
        Assert.Contains("klart", await campaigner.TextAsync(), StringComparison.Ordinal);

        var rows = await RowsAsync(campaigner);
        var sms = library.Sms.Count(message => !message.Text!.StartsWith("[TEST]", StringComparison.Ordinal));
        var letters = (await library.PilesAsync()).Sum(pile => pile.Pages.Count);
        Assert.Equal((5, 1), (sms, letters));
        Assert.Equal(sms, rows.GetValueOrDefault("skickat") + rows.GetValueOrDefault("framme"));
        Assert.Equal(letters, rows.GetValueOrDefault("utskrivet"));
        Assert.Equal(1, rows["inte skickat: vill inte bli kontaktad"]);
        Assert.Equal(Families.Count, rows.Where(row => !row.Key.Contains(':', StringComparison.Ordinal)).Sum(row => row.Value));
    }

    private static async Task<Dictionary<string, int>> RowsAsync(AVisitor visitor)
    {
        var rows = new Dictionary<string, int>();
        foreach (var row in await visitor.Page.Locator("h2:text-is('Så gick det') + table tr").AllAsync())
        {
            rows[await row.Locator("th").InnerTextAsync()] = int.Parse(await row.Locator("td").InnerTextAsync(), CultureInfo.InvariantCulture);
        }

        return rows;
    }

    private static AFamily Of(string given) => new() { GivenName = given, Born = new LocalDate(2023, 6, 1) };
}
