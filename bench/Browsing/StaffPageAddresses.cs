using System.Text.RegularExpressions;
using Notifieringar.Bench.Machines;
using Notifieringar.Web.Staff;
using Notifieringar.Workflows;

namespace Notifieringar.Bench.Browsing;

/// <summary>A page that staff open.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">Its address.</param>
/// <param name="Search">What is searched for; null for a page that is only shown.</param>
internal sealed record StaffPageAddress(string Name, string Path, string? Search = null);

/// <summary>Every page of staff's menu, so that a new one is measured from its first day, and those behind them.</summary>
internal static partial class StaffPageAddresses
{
    public static async Task<IReadOnlyList<StaffPageAddress>> OfAsync(BenchMachine machine, StaffBrowser browser, CancellationToken cancellation)
    {
        // A small part of those who may come: what is measured is a page, not an evening.
        var draft = new { programme = "babycafe", starts = new[] { "2025-02-27T10:00" }, place = "Stora bibliotek", audience = new { postalCodes = new[] { "99810" } }, by = "cecilia" };
        var campaign = await machine.PostAsync<CampaignView>($"campaigns/{BenchMachine.Unit}", draft, cancellation);
        await machine.PostAsync<object>($"campaigns/{BenchMachine.Unit}/{campaign.Id}/dry-run", new { }, cancellation);
        await machine.PostAsync<object>($"campaigns/{BenchMachine.Unit}/{campaign.Id}/approve", new { by = "bertil" }, cancellation);
        foreach (var timer in new[] { "SweepCampaigns", "SendDueNotices" })
        {
            await machine.FireAsync(timer, cancellation);
            await machine.DrainAsync(cancellation);
        }

        var import = (await machine.GetAsync<ListedImport[]>($"imports/{BenchMachine.Unit}", cancellation))[0].Import;
        var meeting = Meeting().Match(await browser.BodyAsync(To("traffar"), cancellation)).Value;
        var byName = new StaffPageAddress("familjer, ett namn sökt", To("familjer"), "provström");
        var family = Family().Match(await browser.BodyAsync(byName, cancellation)).Value;
        return
        [
            .. StaffView.Pages.Select(page => Shown(page, page)),
            Shown("idag, som lista", "idag/lista"),
            Shown("kalender, månad", "kalender/manad"),
            byName,
            new StaffPageAddress("familjer, två namn sökta", To("familjer"), "maja provström"),
            new StaffPageAddress("familjer, ett nummer sökt", To("familjer"), "familj+4@example.se"),
            Shown("familjer, en", family),
            .. new[] { meeting }.Where(found => found.Length > 0).Select(found => Shown("träffar, en", found)),
            Shown("utskick, nytt", "utskick/nytt/babycafe"),
            Shown("utskick, ett", $"utskick/{campaign.Id}"),
            Shown("import, en", $"import/{import}"),
        ];
    }

    private static StaffPageAddress Shown(string name, string page) => new(name, To(page));

    private static string To(string page) => $"personal/{BenchMachine.Unit}/{page}";

    [GeneratedRegex("traffar/babycafe/[0-9a-f]{24}")]
    private static partial Regex Meeting();

    [GeneratedRegex("familjer/[0-9a-f]{32}")]
    private static partial Regex Family();

}
