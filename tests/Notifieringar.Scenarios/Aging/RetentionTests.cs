using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Erasing;
using Notifieringar.Scenarios.Staff;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Aging;

/// <summary>What nobody needs any more is removed by the unit's rules, and the log says how much by which rule.</summary>
public sealed class RetentionTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    private static readonly AFamily[] Staying = [new() { GivenName = "Livia" }, new() { GivenName = "Malva" }];

    [Fact]
    public async Task OldNoticesListsAndReports_AreRemoved_TheNewStay_AndTwiceIsAsOnce()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var anna = await ASignedIn.AsAsync(library, "anna", "administrator");
        await library.ImportAsync(Staying);
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(9, 0)));
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(14, 0)));
        var old = await LedgerAsync(library);
        Assert.NotEqual(0, old);
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        await ListAsync(tables, PlanningDay);
        library.Machine.SetClock(Stockholm.MomentOf(PlanningDay.PlusMonths(25)));
        await library.ImportAsync(Staying);
        await ListAsync(tables, PlanningDay.PlusMonths(25), "0b");

        await AgeAsync(library);

        Assert.Equal(0, await LedgerAsync(library, before: PlanningDay.PlusMonths(1)));
        Assert.Equal("0b", Assert.Single(await library.CallListAsync(), row => row.Key.Programme == "prov").Key.Occasion);
        Assert.Empty(await new LetterRuns(tables, new BlobServiceClient(library.Machine.ConnectionString)).PartsAsync(ALibrary.Unit, null, CancellationToken.None));
        Assert.Single(await new AStaffMember(library).ImportsAsync());
        Assert.Equal(2, (await library.PeopleAsync()).Count);
        Assert.DoesNotContain(await EverythingStored.ReadAsync(library), stored => stored.Place.EndsWith(".pdf", StringComparison.Ordinal));
        var once = await anna.PageAsync("logg");
        Assert.Contains("Importer äldre än 12 månader: 1 borta.", once, StringComparison.Ordinal);
        await AgeAsync(library);
        Assert.Equal(System.Text.RegularExpressions.Regex.Count(once, "borta\\."), System.Text.RegularExpressions.Regex.Count(await anna.PageAsync("logg"), "borta\\."));
    }

    private static async Task AgeAsync(ALibrary library)
    {
        await library.FireAsync("SweepAged");
        await library.DrainAsync();
        await library.FireAsync("SweepErasures");
        await library.DrainAsync();
    }

    private static async Task<int> LedgerAsync(ALibrary library, LocalDateTime? before = null) => (await library.PeopleAsync())
        .Sum(family => family.Notices.Count(notice => before is not { } moment || notice.RecordedAt < Stockholm.MomentOf(moment)));

    private static Task ListAsync(Tables tables, LocalDateTime at, string occasion = "0a") => new CallList(tables).AddAsync(
        [new ListedNotice(ALibrary.Unit, new PersonId(new string('a', 32)), new NoticeKey("prov", occasion, 0, "invitation", Channel.Phone), SkipReason.ToPhone)],
        Stockholm.MomentOf(at),
        CancellationToken.None);
}
