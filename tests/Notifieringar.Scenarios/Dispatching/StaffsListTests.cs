using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Scenarios.Campaigns;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Promise 1: what the ledger leaves to staff is on their list, also when its sender died before it had put it there.</summary>
public sealed class StaffsListTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 10, 0);

    [Theory]
    [InlineData(NoticeState.OnList)]
    [InlineData(NoticeState.RefusedTechnical)]
    public async Task ASenderThatDiedBetweenTheLedgerAndStaffsList_IsMadeUpFor(NoticeState state)
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var campaign = await InvitedAsync(library, sms: "{{ occasion.last_day }}", phone: AFamily.PhoneNumber(1)); // there is none: it cannot be written
        var listed = Assert.Single(await library.CallListAsync());
        var person = Assert.Single(await library.PeopleAsync());
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));

        // As the sender left it: the ledger says so, the list does not, and Work still holds the notice.
        await LeaveAsync(tables, state, SkipReason.NoText);
        await (await tables.GetAsync("CallList")).DeleteEntityAsync(ALibrary.Unit.Value, $"{listed.Person}~{listed.Key}");
        await new DueNotices(tables).PutAsync(
            [new DueNotice(ALibrary.Unit, Keys.Shard(listed.Person, library.Shards), Stockholm.MomentOf(Morning), listed.Person, person.Invitations[0].Occasion, listed.Key.Programme, listed.Key.Step)],
            CancellationToken.None);
        await campaign.MinuteAsync();

        Assert.Equal(listed, Assert.Single(await library.CallListAsync()));
        Assert.Empty(library.Sms);
    }

    [Fact]
    public async Task ALetterLeftToStaff_ByWhoDiedBeforeTheirList_IsPutOnItWhenTheRunCloses()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var campaign = await InvitedAsync(library, sms: "Hej", phone: "");
        Assert.Empty(await library.CallListAsync());

        await LeaveAsync(new Tables(new TableServiceClient(library.Machine.ConnectionString)), NoticeState.OnList, SkipReason.StaleData);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 5));

        Assert.Equal((Channel.Letter, SkipReason.StaleData), (await library.CallListAsync()).Select(one => (one.Key.Channel, one.Reason)).Single());
        Assert.Empty(await library.PilesAsync());
    }

    private static async Task<ACampaign> InvitedAsync(ALibrary library, string sms, string phone)
    {
        await ACampaign.AddStoryHourAsync(library, sms);
        await library.ImportAsync(new AFamily { Phone = phone, Born = new LocalDate(2023, 6, 1) }); // too old to be visited at home
        var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();
        await campaign.MinuteAsync();
        return campaign;
    }

    // Rewrites the one notice there is.
    private static async Task LeaveAsync(Tables tables, NoticeState state, SkipReason reason)
    {
        var people = await tables.GetAsync("People");
        var rows = new List<TableEntity>();
        await foreach (var row in people.QueryAsync<TableEntity>("State ne ''"))
        {
            rows.Add(row);
        }

        var notice = Assert.Single(rows);
        (notice["State"], notice["SkipReason"]) = (state.ToString(), reason.ToString());
        await people.UpdateEntityAsync(notice, notice.ETag, TableUpdateMode.Merge);
    }
}
