using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Letters;

/// <summary>Letters in Work that are not printed: a sender put them there and never claimed them, because its person had changed and something else
/// was said; or a printer left them to staff and died before their list.</summary>
public sealed class WaitingLetterTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 9, 0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALetterNeverClaimed_IsForgottenWhenItsRunCloses_ButNotWhileItsSenderMayStillClaimIt(bool isDue)
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { Phone = AFamily.PhoneNumber(1) });
        var family = Assert.Single(await library.PeopleAsync());
        var (shard, visit) = (Keys.Shard(family.Person.Id, library.Shards), family.Invitations[0].Occasion);
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        var closes = Stockholm.MomentOf(Morning.Date.At(new LocalTime(14, 0)));
        var key = new NoticeKey("sprakstart-6", visit.Value, 0, "cancelled", Channel.Letter);
        await new WaitingLetters(tables).PutAsync([new WaitingLetter(ALibrary.Unit, shard, Morning.Date, closes, family.Person.Id, key)], CancellationToken.None);
        if (isDue)
        {
            await new DueNotices(tables).PutAsync([new DueNotice(ALibrary.Unit, shard, closes + Duration.FromDays(1), family.Person.Id, visit, key.Programme, key.Step)], CancellationToken.None);
        }

        await library.GoToAsync(Morning.Date.At(new LocalTime(14, 5)));

        Assert.Equal(isDue, (await staff.WorkOfAsync(family)).Any(row => row.StartsWith("letter~", StringComparison.Ordinal) && row.Contains(key.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ALetterLeftToStaff_ByAPrinterThatDiedBeforeTheirList_StandsThereWhenThePartIsPrinted()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await library.ImportAsync(new AFamily());
        await library.FireAsync("SendDueNotices");
        await library.DrainAsync();
        var family = Assert.Single(await library.PeopleAsync());
        var letter = Assert.Single(family.Notices).Key;
        var (shard, tables) = (Keys.Shard(family.Person.Id, library.Shards), new Tables(new TableServiceClient(library.Machine.ConnectionString)));
        var part = new LetterRunPart(ALibrary.Unit, Morning.Date, 1, Printed: false);
        Assert.True(await new LetterRuns(tables, new BlobServiceClient(library.Machine.ConnectionString)).BeginAsync(part, [new RunLetter(shard, family.Person.Id.Value, letter.ToString())], CancellationToken.None));
        var left = new TableEntity(Keys.People(ALibrary.Unit, shard), Keys.Notice(family.Person.Id, letter)) { ["State"] = "OnList", ["SkipReason"] = "NoText" };
        await (await tables.GetAsync("People")).UpdateEntityAsync(left, ETag.All);

        await library.GoToAsync(Morning.Date.At(new LocalTime(14, 5)));

        Assert.Equal(SkipReason.NoText, Assert.Single(await library.CallListAsync()).Reason);
        Assert.Empty(await library.PilesAsync());
    }
}
