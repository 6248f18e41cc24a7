using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Imports;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Erasing;

/// <summary>After an erasure nothing that is stored holds the family.</summary>
public sealed class ErasedEverywhereTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    // The thorn is in no other letter: a PDF tells its characters, not its words.
    private static readonly AFamily Family = new()
    {
        Household = "H-RADERA",
        GivenName = "Þóra",
        FamilyName = "Provfjord",
        Street = "Raderstigen 7",
        Phone = "070-174 06 74",
        Email = "thora@example.se",
        Child = "Ylvali",
    };

    private static readonly string[] Words = ["Þ", "Provfjord", "Raderstigen", "701740674", "thora@example.se", "Ylvali", "H-RADERA"];

    [Fact]
    public async Task AnErasedFamily_IsFoundInNoTableQueueBlobOrLog()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 3);
        using var erasing = new AnErasure(library);
        var household = await LivedWithAsync(library);
        string[] words = [.. Words, household.Person.Id.Value, household.Children[0].Id.Value];
        var before = await EverythingStored.ReadAsync(library);
        Assert.All(words, word => Assert.NotEmpty(EverythingStored.Find(before, [word])));
        string[] everywhere =
        [
            "table People", "table Work", "table Codes", "table Contacts", "table Names", "table CallList", "table Silences", "table Occasions", "table Changes", "table Inbox",
            "table Idempotency", "table Campaigns", "table CampaignChunks", "blob imports", "blob letters",
        ];
        var places = EverythingStored.Find(before, words);
        Assert.All(everywhere, place => Assert.Contains(places, found => found.Contains(place, StringComparison.Ordinal)));
        Assert.Contains(places, found => found.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.DoesNotContain(places, found => found.EndsWith("log", StringComparison.Ordinal)); // nothing can be erased from it

        var erasure = await erasing.ShownAsync(await erasing.EraseAsync(household));

        Assert.NotNull(erasure.DoneAt);
        Assert.Empty(EverythingStored.Find(await EverythingStored.ReadAsync(library), words));
        Assert.Equal(2, (await library.PeopleAsync()).Count);
        await library.GoToAsync(new LocalDateTime(2025, 3, 31, 12, 0));
        await library.FireAsync("SweepOverdueReceipts");
        await library.FireAsync("StartVisitPlanning");
        await library.DrainAsync();
        Assert.Empty(EverythingStored.Find(await EverythingStored.ReadAsync(library), words));
    }

    // Everything that leaves something behind: letters, SMS, answers, messages, a campaign, a pickup, a silence, staff's list.
    private static async Task<Recipient> LivedWithAsync(ALibrary library)
    {
        using var staff = new AStaffMember(library);
        using var reader = new AReader(library);
        using var provider = new AProvider(library);
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await ACampaign.AddStoryHourAsync(library);
        AFamily[] families = [Family, new() { GivenName = "Livia", Phone = AFamily.PhoneNumber(1) }, new() { GivenName = "Malva", Phone = AFamily.PhoneNumber(2) }];
        await library.ImportAsync(families);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        await staff.SaysAsync(Assert.Single(await staff.PartsAsync()), "posted");
        var household = await library.HouseholdOfAsync(Family.GivenName);
        await reader.AnswerAsync($"s/{reader.CodeOf(household)}", "no");
        await reader.AnswerAsync($"s/{reader.CodeOf(household)}", "yes"); // each has its change
        await library.DrainAsync();
        await provider.ReportAsync(AProvider.Inbound("46701740674", "Hej, det är Þóra Provfjord. Vi kommer!"));
        await AReminder.SentAsync(library, families);
        await system.PublishAsync("bokhamtning", SomeProgrammes.Pickup, ("ready", "sms", "Ni har {{ occasion.items }} att hämta."), ("reminder", "sms", "Glöm inte."));
        var pickup = await system.PostAsync("pickups", $$"""{ "programme": "bokhamtning", "person": "{{household.Person.Id}}", "place": "Provby bibliotek" }""");
        Assert.Equal(200, pickup.Status);
        using var campaign = await ACampaign.PreparedAsync(
            library,
            new
            {
                programme = "sagostund",
                starts = new[] { "2025-03-20T10:00" },
                place = "Provby bibliotek",
                by = "anna",
                audience = new { people = new[] { household.Person.Id.Value } },
            });
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        var listed = new ListedNotice(ALibrary.Unit, household.Person.Id, new NoticeKey("sprakstart-6", "0a", 0, "invitation", Channel.Phone), SkipReason.ToPhone, "Ringde Þóra");
        await new CallList(tables).AddAsync([listed], Stockholm.MomentOf(PlanningDay), CancellationToken.None);
        await KeepFileAsync(library, tables);
        await staff.SilenceAsync(household, "opted-out");
        var late = new NoticeReference(ALibrary.Unit, household.Person.Id, new NoticeKey("sprakstart-6", "0a", 0, "reminder", Channel.Sms));
        using var taken = await provider.PostSmsAsync($"[{AProvider.Report(late, "Delivered")}]"); // waits in Work
        return await library.HouseholdOfAsync(Family.GivenName);
    }

    // A list that nobody has confirmed.
    private static async Task KeepFileAsync(ALibrary library, Tables tables)
    {
        var rows = new ImportTable(tables);
        var import = new ImportReference(ALibrary.Unit.Value, "0123456789abcdef");
        using var file = new MemoryStream(Encoding.Latin1.GetBytes(AFamily.Header + Family.Line));
        await new ImportStore(rows, new BlobServiceClient(library.Machine.ConnectionString)).ReceiveAsync(import, file, Stockholm.MomentOf(PlanningDay), CancellationToken.None);
        Assert.True(await rows.MoveAsync((await rows.FindAsync(import, CancellationToken.None))!, ImportState.Blocked, by: null, CancellationToken.None));
    }
}
