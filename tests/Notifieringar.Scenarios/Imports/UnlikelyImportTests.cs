using System.Net;
using Azure.Storage.Queues;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Scenarios.Imports;

/// <summary>A list that is unlike the ones before it waits for a person (domain.md T119).</summary>
public sealed class UnlikelyImportTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 6, 0);

    // Too old for a visit: this is about lists only.
    private static readonly AFamily[] Families =
    [
        .. Enumerable.Range(0, 25).Select(index => new AFamily { GivenName = $"Familj{(char)('A' + index)}", Born = new LocalDate(2020, 1, 1) }),
    ];

    private static readonly AFamily[] Fewer = [.. Families.Take(15).Select(family => family with { Street = "Nyvägen 9" })];

    [Fact]
    public async Task T119_AListWithFortyPercentFewerChildren_IsBlocked_UntilStaffConfirmIt_Once()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(Families);

        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusHours(1)));
        var address = await library.SendListAsync(Fewer);
        await library.DrainAsync();
        await AgainAsync(library, address);

        var blocked = await library.ReportAsync(address);
        Assert.Equal(("blocked", 15, 0, 15), (blocked.State, blocked.Rows, blocked.Imported, blocked.Children));
        Assert.Equal(FindingCode.FewerChildren, blocked.Findings[0].Code);
        Assert.Equal(25, await AtOldStreetAsync(library));
        Assert.Equal(["blocked", "done"], (await staff.ImportsAsync()).Select(import => import.State));

        Assert.Equal(HttpStatusCode.Accepted, await ConfirmAsync(staff, address));
        Assert.Equal(HttpStatusCode.Accepted, await ConfirmAsync(staff, address));
        await library.DrainAsync();
        Assert.Equal(("done", 15), ((await library.ReportAsync(address)).State, (await library.ReportAsync(address)).Imported));
        Assert.Equal(10, await AtOldStreetAsync(library));

        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusHours(2)));
        await library.ImportAsync([.. Families.Take(16)]); // as long as what was confirmed: not asked again
        Assert.Equal(HttpStatusCode.Accepted, await ConfirmAsync(staff, address));
        await AgainAsync(library, address);
        Assert.Equal(25, await AtOldStreetAsync(library)); // once
    }

    [Fact]
    public async Task T119_ABlockedListThatANewerOneHasOvertaken_CannotBeConfirmed()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(Families);
        var address = await library.SendListAsync(Fewer);
        await library.DrainAsync();
        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusHours(1)));
        await library.ImportAsync(Families);

        Assert.Equal(HttpStatusCode.Conflict, await ConfirmAsync(staff, address));
        Assert.Equal("blocked", (await library.ReportAsync(address)).State);
    }

    [Fact]
    public async Task T119_AShiftedColumnFromTheLibrarySystem_IsBlocked_AndTheApiSaysSo()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await library.ImportAsync(Families);

        // "Bor här" has come under "Avliden": every child would be dead, and no file brings one back.
        var header = AFamily.Header.Replace("Bor här;Avliden", "Avliden;Bor här", StringComparison.Ordinal);
        var posted = await system.PostAsync("people/file", header + string.Concat(Families.Select(family => family.Line)));
        await library.DrainAsync();

        var report = (await system.GetAsync($"imports/{posted.Text("import")}")).Json;
        Assert.Equal("blocked", report.GetProperty("state").GetString());
        Assert.Contains(FindingCode.ColumnShifted, report.GetProperty("findings")[0].GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(await library.PeopleAsync(), household => household.Children.Any(child => child.Deceased));
        Assert.Equal(404, (await system.PostAsync($"imports/{posted.Text("import")}/confirm")).Status); // a key is nobody who can look
    }

    // The queue delivers the message once more.
    private static async Task AgainAsync(ALibrary library, Uri report)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var queues = new Queues(new QueueServiceClient(library.Machine.ConnectionString, options));
        await queues.SendAsync(Queues.Imports, new ImportReference(ALibrary.Unit.Value, report.ToString().Split('/')[^1]), delay: null, CancellationToken.None);
        await library.DrainAsync();
    }

    private static async Task<int> AtOldStreetAsync(ALibrary library) =>
        (await library.PeopleAsync()).Count(household => household.Person.Address?.Street == "Granstigen 4");

    private static async Task<HttpStatusCode> ConfirmAsync(AStaffMember staff, Uri report)
    {
        using var answer = await staff.PostAsync($"{report.ToString().TrimStart('/')}/confirm", new { by = "personal-1" });
        return answer.StatusCode;
    }
}
