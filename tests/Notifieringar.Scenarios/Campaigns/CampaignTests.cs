using System.Net;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Campaigns;

/// <summary>Campaigns end to end: prepared, looked at, approved, sent, held, called off and counted.</summary>
public sealed class CampaignTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 10, 0);

    // Of the night before. Who is invited then is told in the morning.
    private static readonly LocalDateTime Night = new(2025, 2, 3, 4, 0);

    [Fact]
    public async Task T110_ADryRunShowsWhoGetsWhat_AndALargeCampaignNeedsASecondPerson()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ACampaign.AddStoryHourAsync(library);
        await library.ImportAsync(
            [
                .. Enumerable.Range(0, 102).Select(index => new AFamily { Phone = AFamily.PhoneNumber(index), Language = "arabiska" }),
                new AFamily(),
                new AFamily { Phone = AFamily.PhoneNumber(1), Protected = true },
                new AFamily { Phone = AFamily.PhoneNumber(2), Born = new LocalDate(2019, 1, 1) },
            ]);
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour(by: "anna"));
        Assert.Equal(HttpStatusCode.Conflict, await campaign.TryAsync("approve", "bertil")); // nobody has looked

        var report = await campaign.DryRunAsync();

        Assert.Equal(103, report.Recipients);
        Assert.Equal([("Letter", 1), ("Sms", 102)], report.Channels.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("sv", 103)], report.Languages.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(102, report.FellBack);
        Assert.Equal([("Protected", 1)], report.Skipped.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(102, report.SmsParts);
        Assert.Null(report.Cost);
        Assert.Equal([("Letter", "sv", 1, 0), ("Sms", "sv", 102, 102)], report.Texts.Select(text => (text.Channel, text.Language, text.Recipients, text.SmsParts)).Order());
        Assert.Equal(3, report.Samples.Length);
        Assert.Contains(report.Samples, sample => sample.Channel == "Letter" && sample.Body.Contains("Provby bibliotek", StringComparison.Ordinal));
        Assert.Empty(library.Sms);
        Assert.Equal(HttpStatusCode.Conflict, await campaign.TryAsync("approve", "anna"));
        Assert.Equal("Approved", (await campaign.SayAsync("approve", "bertil")).State);
    }

    [Fact]
    public async Task T110_ASensitiveCampaign_NeedsASecondPerson_HoweverSmall()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ACampaign.AddStoryHourAsync(library, discretion: "D2");
        await library.ImportAsync(new AFamily { Phone = AFamily.PhoneNumber(1) });
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour(by: "anna"));
        await campaign.DryRunAsync();

        Assert.Equal(HttpStatusCode.Conflict, await campaign.TryAsync("approve", "anna"));
        Assert.Equal(HttpStatusCode.OK, await campaign.TryAsync("approve", "bertil"));
    }

    [Fact]
    public async Task T111_ApprovedThenTheTextIsChanged_ThenResumed_TheOldTextIsSent()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ACampaign.AddStoryHourAsync(library, sms: "Den gamla texten");
        await library.ImportAsync([.. Enumerable.Range(0, 5).Select(index => Family(AFamily.PhoneNumber(index))), Family()]);
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();
        await campaign.SayAsync("pause");
        await ACampaign.PutTextAsync(library, Channel.Sms, "Den nya texten", "2");
        await ACampaign.PutTextAsync(library, Channel.Letter, "<h1>Ny</h1><p>{{ occasion.last_day }}</p>", "2"); // could not be written at all

        // Nothing of the old text is left in memory: only the pins know it.
        library.Machine.FunctionsProcess.Kill();
        await campaign.SayAsync("resume");
        await campaign.MinuteAsync();
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 5));

        Assert.Equal(5, library.Sms.Count);
        Assert.All(library.Sms, sms => Assert.Equal("Den gamla texten", sms.Text));
        var letter = Assert.Single(await library.PilesAsync());
        Assert.Single(letter.Pages);
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(new LocalDateTime(2025, 2, 3, 14, 15)));
        await campaign.MinuteAsync();
        var done = await campaign.ViewAsync();
        Assert.Equal("Done", done.State);
        Assert.Equal(6, done.Result!.Invited);
        Assert.Equal(6, done.Result.States.Values.Sum());
    }

    [Fact]
    public async Task T117_APausedCampaign_SaysNothing_AndWhatHasBecomeTooLateIsDroppedWhenItIsResumed()
    {
        await using var library = await ALibrary.OpensAsync(Night);
        await ACampaign.AddStoryHourAsync(library);
        await library.ImportAsync([.. Enumerable.Range(0, 3).Select(index => Family(AFamily.PhoneNumber(index))), Family()]);
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();
        await library.FireAsync("SweepCampaigns");
        await library.DrainAsync();
        await campaign.SayAsync("pause");

        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 5));
        Assert.Empty(library.Sms);

        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(new LocalDateTime(2025, 2, 6, 10, 0)));
        await campaign.SayAsync("resume");
        await campaign.MinuteAsync();
        Assert.Empty(library.Sms);
        await library.GoToAsync(new LocalDateTime(2025, 2, 6, 14, 5)); // when the letter would be printed
        Assert.Empty(await library.PilesAsync());
        Assert.Equal(4, (await library.CallListAsync()).Count(listed => listed.Reason == SkipReason.TooLate));
    }

    [Fact]
    public async Task T117_ACampaignPausedWhilePeopleAreInvited_GoesOnInvitingWhenItIsResumed()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ACampaign.AddStoryHourAsync(library);
        await library.ImportAsync(Family(AFamily.PhoneNumber(1)));
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();
        await library.FireAsync("SweepCampaigns");
        await library.DrainAsync();

        // As if its messages had come during the pause, when there is nothing to do: nobody is at it, and it has not stood still for long.
        await campaign.SayAsync("pause");
        await library.ImportAsync(Family(AFamily.PhoneNumber(2)), Family(AFamily.PhoneNumber(3)));
        var chunks = await new Tables(new TableServiceClient(library.Machine.ConnectionString)).GetAsync("CampaignChunks");
        await foreach (var shard in chunks.QueryAsync<TableEntity>("IsDone eq true"))
        {
            (shard["IsDone"], shard["Cursor"], shard["TouchedAt"]) = (false, "", TimeProvider.System.GetUtcNow());
            await chunks.UpdateEntityAsync(shard, shard.ETag);
        }

        await campaign.SayAsync("resume");
        await campaign.MinuteAsync();

        Assert.Equal(3, library.Sms.Count);
    }

    [Theory]
    [InlineData("", "Inget svar")]
    [InlineData("\"yes\"", "Svara")]
    public async Task AProgrammeThatAsksNothing_GivesNobodyACodeThatLeadsNowhere(string answers, string expected)
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ACampaign.AddStoryHourAsync(library, sms: "{{ if answer.url }}Svara{{ else }}Inget svar{{ end }}", answers: answers);
        await library.ImportAsync(Family(AFamily.PhoneNumber(1)));
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();
        await campaign.MinuteAsync();

        Assert.Equal(expected, Assert.Single(library.Sms).Text);
    }

    [Fact]
    public async Task ACancelledCampaign_StopsWhatHasNotLeft_LettersInWaitingToo()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ACampaign.AddStoryHourAsync(library);
        await library.ImportAsync(Family(AFamily.PhoneNumber(1)), Family());
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();
        await campaign.MinuteAsync();
        Assert.Single(library.Sms); // the letter waits for its run

        await campaign.SayAsync("cancel");
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 5));

        Assert.Empty(await library.PilesAsync());
        var letter = (await library.PeopleAsync()).SelectMany(person => person.Notices).Single(notice => notice.Channel == Channel.Letter);
        Assert.Equal((NoticeState.Skipped, SkipReason.CampaignCancelled), (letter.State, letter.SkipReason));
    }

    [Fact]
    public async Task APersonWhoseWorkRowIsLost_IsFoundByComparing_AndALatecomerIsCounted()
    {
        await using var library = await ALibrary.OpensAsync(Night);
        await ACampaign.AddStoryHourAsync(library);
        await library.ImportAsync([.. Enumerable.Range(0, 3).Select(index => Family(AFamily.PhoneNumber(index)))]);
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();
        await library.FireAsync("SweepCampaigns");
        await library.DrainAsync();
        await LoseWorkAsync(library);
        await library.ImportAsync(Family(AFamily.PhoneNumber(7)));
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(Morning));

        await campaign.MinuteAsync(); // compares, and makes them due again
        Assert.Equal(3, library.Sms.Count);
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(Morning.PlusMinutes(10)));
        await campaign.MinuteAsync();

        var done = await campaign.ViewAsync();
        Assert.Equal("Done", done.State);
        Assert.Equal((3, 1), (done.Result!.Invited, done.Result.Latecomers));
    }

    [Fact]
    public async Task AUnitOfMoreShardsThanATransactionHolds_EverybodyIsToldOnce()
    {
        await using var library = await ALibrary.OpensAsync(Morning, shards: 128);
        await ACampaign.AddStoryHourAsync(library);
        await library.ImportAsync([.. Enumerable.Range(0, 60).Select(index => Family(AFamily.PhoneNumber(index % 40)))]);
        using var campaign = await ACampaign.PreparedAsync(library, ACampaign.StoryHour());
        await campaign.ApprovedAsync();

        await campaign.MinuteAsync();

        Assert.Equal(60, library.Sms.Count);
        var people = await library.PeopleAsync();
        Assert.All(people, person => Assert.Single(person.Notices));
        Assert.InRange(people.Select(person => Keys.Shard(person.Person.Id, library.Shards)).Distinct().Count(), 17, 60);
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(Morning.PlusMinutes(15)));
        await campaign.MinuteAsync();
        var done = await campaign.ViewAsync();
        Assert.Equal(("Done", 60), (done.State, done.Result!.Invited));
    }

    // Old enough not to be visited at home.
    private static AFamily Family(string phone = "") => new() { Phone = phone, Born = new LocalDate(2023, 6, 1) };

    private static async Task LoseWorkAsync(ALibrary library)
    {
        var work = await new Tables(new TableServiceClient(library.Machine.ConnectionString)).GetAsync("Work");
        var rows = new List<TableEntity>();
        await foreach (var row in work.QueryAsync<TableEntity>("RowKey ge 'due~' and RowKey lt 'due~~' and Programme eq 'sagostund'"))
        {
            rows.Add(row);
        }

        Assert.Equal(3, rows.Count);
        foreach (var row in rows)
        {
            await work.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }
}
