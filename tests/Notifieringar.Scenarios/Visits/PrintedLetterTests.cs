using System.Collections.Immutable;
using System.Net;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Letters after the printer: crashes, the pile, the post and back (domain.md T15, T20, T80).</summary>
public sealed class PrintedLetterTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly LocalDateTime LettersClaimed = new(2025, 2, 3, 9, 0);
    private static readonly LocalDateTime RunCloses = new(2025, 2, 3, 14, 0);

    [Fact]
    public async Task T15_ACrashBetweenThePdfAndItsMark_PrintsNoLetterTwice()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        await library.ImportAsync(new AFamily { GivenName = "Livia" }, new AFamily { GivenName = "Annan" });
        await library.GoToAsync(LettersClaimed);
        var waiting = await WorkAsync(library, "letter~");
        await library.GoToAsync(RunCloses);
        var before = Assert.Single(await library.PilesAsync());

        // As the records stood after the PDF was written and before anything was marked.
        await ComposedAsync(library, waiting, "2025-02-03~001");
        await library.GoToAsync(RunCloses);

        var after = Assert.Single(await library.PilesAsync());
        Assert.Equal(before.Pages, after.Pages);
        Assert.Equal(before.Pdf, after.Pdf);
        Assert.True(after.Part.Printed);
        Assert.All(await library.PeopleAsync(), person => Assert.Equal(NoticeState.Printed, Letter(person).State));
        Assert.Empty(await WorkAsync(library, "letter~"));
    }

    [Fact]
    public async Task T20_ADeathThatComesAfterThePdfAndBeforeItsMark_HasTheLetterPulled()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Sorg" }, new AFamily { GivenName = "Annan" });
        await library.GoToAsync(LettersClaimed);
        var waiting = await WorkAsync(library, "letter~");
        await library.GoToAsync(RunCloses);
        await ComposedAsync(library, waiting, "2025-02-03~001");
        var grieving = await library.HouseholdOfAsync("Sorg");

        var receipt = await staff.SilenceAsync(grieving, "child-deceased", grieving.Children[0].Id);
        await library.GoToAsync(RunCloses); // the part is finished with the letter in it

        var page = Assert.Single(Assert.Single(await library.PilesAsync()).Pages, page => page.Person == grieving.Person.Id.Value).FirstPage;
        Assert.Equal(page, Assert.Single(receipt.Pull).FirstPage);
        var part = Assert.Single(await staff.PartsAsync());
        Assert.Equal([page], part.ToPull);
        await staff.SaysAsync(part, "pulled", page);
        await staff.SaysAsync(part, "posted");
        Assert.Equal(NoticeState.Pulled, Letter(await library.HouseholdOfAsync("Sorg")).State);
    }

    [Fact]
    public async Task AVisitThatIsCalledOffWhenItsLetterIsPrinted_HasTheLetterAskedForBeforeThePileIsPosted()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Sen" }, new AFamily { GivenName = "Annan" });
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        var late = await library.HouseholdOfAsync("Sen");
        using var cancelled = await staff.PostAsync(
            $"occasions/{ALibrary.Unit}/sprakstart-6/{Assert.Single(late.Invitations).Occasion.Value}/cancel", new { by = "personal-1" });
        Assert.Equal(System.Net.HttpStatusCode.Accepted, cancelled.StatusCode);
        await library.DrainAsync();

        using var refused = await staff.SayAsync(Assert.Single(await staff.PartsAsync()), "posted");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.StatusCode);
        var page = Assert.Single(Assert.Single(await library.PilesAsync()).Pages, page => page.Person == late.Person.Id.Value).FirstPage;
        var part = Assert.Single(await staff.PartsAsync());
        Assert.Equal([page], part.ToPull);
        await staff.SaysAsync(part, "pulled", page);
        await staff.SaysAsync(part, "posted");
        Assert.Equal("posted", Assert.Single(await staff.PartsAsync()).State);
    }

    [Fact]
    public async Task T20_ADeathWhileTwoPrintTheSamePart_LeavesTheLetterOffThePagesThatCount()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Sorg" }, new AFamily { GivenName = "Annan" });
        await library.GoToAsync(LettersClaimed);
        var blobs = new BlobServiceClient(library.Machine.ConnectionString);
        var part = new LetterRunPart(ALibrary.Unit, PlanningDay.Date, 1, Printed: false);
        var waiting = await WorkAsync(library, "letter~");
        var letters = waiting.Select(row => new RunLetter(row.PartitionKey.Split('~')[2], row.RowKey.Split('~', 3)[1], row.RowKey.Split('~', 3)[2])).ToImmutableArray();
        await new LetterRuns(new Tables(new TableServiceClient(library.Machine.ConnectionString)), blobs).BeginAsync(part, letters, CancellationToken.None);
        await ComposedAsync(library, waiting, part.Name);
        var grieving = await library.HouseholdOfAsync("Sorg");
        await staff.OrderSilenceAsync(grieving, "child-deceased", grieving.Children[0].Id);
        await library.GoToAsync(RunCloses);

        // Another printer, which had read the family before, is done a moment later.
        PrintedLetter[] both = [.. letters.Select((letter, place) => new PrintedLetter(letter.Person, letter.Notice, (2 * place) + 1, 2))];
        var kept = await new PrintedParts(blobs).SaveAsync(part, "%PDF of both"u8.ToArray(), [.. both], CancellationToken.None);

        Assert.DoesNotContain(kept, letter => letter.Person == grieving.Person.Id.Value);
        Assert.Equal(kept, Assert.Single(await library.PilesAsync()).Pages);
        Assert.Equal(NoticeState.Skipped, Letter(await library.HouseholdOfAsync("Sorg")).State);
        Assert.Equal(NoticeState.Printed, Letter(await library.HouseholdOfAsync("Annan")).State);
        Assert.Empty(await WorkAsync(library, "letter~"));
    }

    [Fact]
    public async Task T80_AReturnedLetter_WhenAnotherAddressIsKnown_IsFollowedByOneNew()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Livia" };
        await library.ImportAsync(family);
        await PostAsync(library, staff);
        await library.ImportAsync(family with { Street = "Nyvägen 9" });

        await staff.SaysAsync((await staff.PartsAsync())[0], "returned", 1);
        await NextRunAsync(library, new LocalDate(2025, 2, 5));
        await NextRunAsync(library, new LocalDate(2025, 2, 6));

        var piles = await library.PilesAsync();
        Assert.Equal(2, piles.Sum(pile => pile.Pages.Count));
        Assert.Equal(NoticeState.Printed, Letter(await library.HouseholdOfAsync("Livia")).State);
        Assert.Empty(await library.CallListAsync());

        // It comes back too: two wrong addresses are for a person to look into.
        var second = (await staff.PartsAsync())[1];
        await staff.SaysAsync(second, "posted");
        await library.ImportAsync(family with { Street = "Ännu nyare 3" });
        await staff.SaysAsync(second, "returned", 1);
        await NextRunAsync(library, new LocalDate(2025, 2, 7));
        await NextRunAsync(library, new LocalDate(2025, 2, 10));
        Assert.Equal(2, (await library.PilesAsync()).Sum(pile => pile.Pages.Count));
        Assert.Equal(NoticeState.OnList, Letter(await library.HouseholdOfAsync("Livia")).State);
        Assert.Equal(SkipReason.ReturnedLetter, Assert.Single(await library.CallListAsync()).Reason);
    }

    [Fact]
    public async Task T80_AReturnedLetter_WithoutAnotherAddress_IsForStaff_UntilAnImportBringsOne()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Livia" };
        await library.ImportAsync(family);
        await PostAsync(library, staff);

        await staff.SaysAsync((await staff.PartsAsync())[0], "returned", 1);

        Assert.Equal(SkipReason.ReturnedLetter, Assert.Single(await library.CallListAsync()).Reason);
        await library.ImportAsync(family); // the same address opens nothing
        await NextRunAsync(library, new LocalDate(2025, 2, 5));
        Assert.True((await library.HouseholdOfAsync("Livia")).Person.Closed.HasFlag(ClosedChannels.Letter));
        Assert.Single(await library.PilesAsync());

        await library.ImportAsync(family with { Street = "Nyvägen 9" });
        await NextRunAsync(library, new LocalDate(2025, 2, 6));
        await NextRunAsync(library, new LocalDate(2025, 2, 7));

        Assert.Equal(2, (await library.PilesAsync()).Sum(pile => pile.Pages.Count));
        Assert.Equal(ClosedChannels.None, (await library.HouseholdOfAsync("Livia")).Person.Closed);
    }

    [Fact]
    public async Task ALetter_IsPostedAfterItIsPrinted_AndReturnedAfterItIsPosted()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Livia" });
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        var part = Assert.Single(await staff.PartsAsync());

        using var early = await staff.SayAsync(part, "returned", 1);
        using var nothing = await staff.SayAsync(part, "pulled", 1);
        using var unknown = await staff.SayAsync(part with { Part = 7 }, "posted");
        await staff.SaysAsync(part, "posted");
        await staff.SaysAsync(part, "posted"); // saying it twice changes nothing

        Assert.Equal(
            [HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            new[] { early.StatusCode, nothing.StatusCode, unknown.StatusCode });
        Assert.Equal(NoticeState.Posted, Letter(await library.HouseholdOfAsync("Livia")).State);
    }

    private static async Task PostAsync(ALibrary library, AStaffMember staff)
    {
        await library.GoToAsync(LettersClaimed);
        await library.GoToAsync(RunCloses);
        await staff.SaysAsync(Assert.Single(await staff.PartsAsync()), "posted");
        library.Machine.SetClock(Stockholm.MomentOf(RunCloses.PlusDays(1)));
    }

    private static async Task NextRunAsync(ALibrary library, LocalDate day)
    {
        await library.GoToAsync(day.At(new LocalTime(9, 5)));
        await library.GoToAsync(day.At(new LocalTime(14, 0)));
    }

    private static Notice Letter(Recipient household) => Assert.Single(household.Notices, notice => notice.Channel == Channel.Letter);

    private static async Task<List<TableEntity>> WorkAsync(ALibrary library, string kind)
    {
        var work = await new Tables(new TableServiceClient(library.Machine.ConnectionString)).GetAsync("Work");
        var rows = new List<TableEntity>();
        await foreach (var row in work.QueryAsync<TableEntity>(""))
        {
            if (row.RowKey.StartsWith(kind, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static async Task ComposedAsync(ALibrary library, IEnumerable<TableEntity> waiting, string part)
    {
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        var work = await tables.GetAsync("Work");
        var people = await tables.GetAsync("People");
        foreach (var row in waiting)
        {
            await work.UpsertEntityAsync(row, TableUpdateMode.Replace);
            var key = row.RowKey.Split('~', 3);
            var ledger = new TableEntity($"{ALibrary.Unit}~{row.PartitionKey.Split('~')[2]}", $"{key[1]}~ntc~{key[2]}") { ["State"] = "Composed" };
            await people.UpdateEntityAsync(ledger, ETag.All, TableUpdateMode.Merge);
        }

        var runs = await tables.GetAsync("LetterRuns");
        await runs.UpsertEntityAsync(new TableEntity(ALibrary.Unit.Value, part) { ["Printed"] = false }, TableUpdateMode.Merge);
    }
}
