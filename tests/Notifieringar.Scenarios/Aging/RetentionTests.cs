using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Auditing;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Settings;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Erasing;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Scenarios.Staff;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Aging;

/// <summary>What nobody needs any more is removed by the unit's rules, and the log says how much by which rule.</summary>
public sealed class RetentionTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly LocalDateTime AYearLater = new(2026, 2, 10, 4, 0);

    private static readonly AFamily Gone = new()
    {
        Household = "H-BORTA",
        GivenName = "Þóra",
        FamilyName = "Provfjord",
        Street = "Raderstigen 7",
        Phone = "070-174 06 74",
        Email = "thora@example.se",
        Child = "Ylvali",
    };

    private static readonly string[] Words = ["Þ", "Provfjord", "Raderstigen", "701740674", "thora@example.se", "Ylvali", "H-BORTA"];

    private static readonly AFamily[] Staying = [new() { GivenName = "Livia" }, new() { GivenName = "Malva" }];

    [Fact]
    public async Task AFamilyThatTheListHasLeftOutForAYear_IsErased_CanComeBack_AndWhatItAskedForHolds()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 3);
        using var staff = new AStaffMember(library);
        using var provider = new AProvider(library);
        using var anna = await ASignedIn.AsAsync(library, "anna", "administrator");
        await library.ImportAsync([Gone, .. Staying]);
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(9, 0)));
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(14, 0)));
        await provider.ReportAsync(AProvider.Inbound("46701740674", "Hej, det är Þóra Provfjord."));
        await staff.SilenceAsync(await library.HouseholdOfAsync("Þóra"), "opted-out");
        var id = (await library.HouseholdOfAsync("Þóra")).Person.Id.Value;
        library.Machine.SetClock(Stockholm.MomentOf(AYearLater));
        await library.ImportAsync(Staying);
        Assert.NotEmpty(EverythingStored.Find(await EverythingStored.ReadAsync(library), Words));

        await AgeAsync(library);
        await AgeAsync(library); // the letters' part stands in the way the first time, whichever comes first

        Assert.Empty(EverythingStored.Find(await EverythingStored.ReadAsync(library), [.. Words, id]));
        Assert.Equal(["Livia", "Malva"], (await library.PeopleAsync()).Select(family => family.Person.GivenName!).Order(StringComparer.Ordinal));
        var log = await anna.PageAsync("logg");
        Assert.Contains("Hushåll som inte har varit med på 12 månader: 1 raderas.", log, StringComparison.Ordinal);
        Assert.Contains("Meddelanden äldre än 6 månader: 1 borta.", log, StringComparison.Ordinal);
        Assert.Contains("Brevomgångar äldre än 3 månader: 1 borta.", log, StringComparison.Ordinal);

        await library.ImportAsync([Gone, .. Staying]); // nothing is refused
        Assert.Equal(Silences.OptedOut, (await library.HouseholdOfAsync("Þóra")).Person.Silences & Silences.OptedOut);
        await AgeAsync(library);
        Assert.Equal(3, (await library.PeopleAsync()).Count);
    }

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
        await OthersAsync(tables);
        library.Machine.SetClock(Stockholm.MomentOf(PlanningDay.PlusMonths(25)));
        await library.ImportAsync(Staying);
        await ListAsync(tables, PlanningDay.PlusMonths(25), "0b");

        await AgeAsync(library);

        Assert.Equal(0, await LedgerAsync(library, before: PlanningDay.PlusMonths(1)));
        Assert.Equal("0b", Assert.Single(await library.CallListAsync(), row => row.Key.Programme == "prov").Key.Occasion);
        Assert.Empty(EverythingStored.Find(await EverythingStored.ReadAsync(library), ["of-every-unit", "of-no-unit", "asked-once", "provby~20250203"]));
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

    // What is old and no family's: what was done in all units, a message to no unit, and a request that a script has sent.
    private static async Task OthersAsync(Tables tables)
    {
        var then = Stockholm.MomentOf(PlanningDay);
        var done = new AuditEntry(AuditTable.EveryUnit, ("", ""), then, "anna", "roles", "of-every-unit", "204");
        await new AuditTable(tables).AddAsync(done, PlanningDay.Date, CancellationToken.None);
        var message = new InboxMessage(Inbox.AnyUnit, Keys.Inbox(then, "1"), "+46701740674", "+46701740690", "of-no-unit", MessageState.Received, then);
        await new Inbox(tables).AddAsync(message, CancellationToken.None);
        var asked = new RepeatableRequest(ALibrary.Unit, "asked-once", "", then.ToDateTimeOffset(), then.ToDateTimeOffset().AddDays(1));
        await new RepeatableRequests(tables).PutAsync(asked, CancellationToken.None);
    }

    private static Task ListAsync(Tables tables, LocalDateTime at, string occasion = "0a") => new CallList(tables).AddAsync(
        [new ListedNotice(ALibrary.Unit, new PersonId(new string('a', 32)), new NoticeKey("prov", occasion, 0, "invitation", Channel.Phone), SkipReason.ToPhone)],
        Stockholm.MomentOf(at),
        CancellationToken.None);
}
