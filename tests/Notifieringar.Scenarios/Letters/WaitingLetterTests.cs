using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Letters;

/// <summary>Letters that a sender put in Work and never claimed, because its person had changed and something else was said.</summary>
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
        var (shard, visit) = (Keys.Shard(family.Person.Id, 4), family.Invitations[0].Occasion);
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
}
