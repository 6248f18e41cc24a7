using Azure.Data.Tables;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Faults;

/// <summary>An outage of the provider gives delayed notices: none is dropped, none is handed to staff, and nothing floods on return.</summary>
[Collection(nameof(Alone))]
public sealed class ProviderDownTests
{
    private const int Notices = 250;
    private const int PerMinute = 150;
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task AProviderDownForTwoHours_DropsNothing_AndTheBudgetHoldsOnReturn()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var library = await ALibrary.OpensAsync(FaultCampaign.DueAt, machine: options => options with
        {
            ExtraSettings = new Dictionary<string, string>(options.ExtraSettings) { ["Sms__PerMinute"] = $"{PerMinute}" },
        });
        var options = new FaultOptions(Seed: 2) { Notices = Notices, Shares = (Sms: 100, Email: 0) };
        await new FaultCampaign(options, new Tables(new TableServiceClient(library.Machine.ConnectionString))).SeedAsync(cancellation);
        library.Machine.Sandbox.Faults.SetMix(SandboxChannel.Sms, new FaultMix { Down = Outage.Refusing });
        foreach (var hours in new[] { 0, 1, 2 })
        {
            library.Machine.SetClock(Stockholm.MomentOf(FaultCampaign.DueAt.PlusHours(hours)));
            await library.FireAsync("SendDueNotices");
            await library.Machine.Triggers.DrainAsync(AWhile, AWhile, cancellation);
        }

        Assert.Empty(library.Sms);
        Assert.All(
            (await library.PeopleAsync()).SelectMany(person => person.Notices),
            notice => Assert.True(notice.State is NoticeState.RefusedTemporary or NoticeState.Released or NoticeState.Claimed, $"{notice.State}"));

        library.Machine.Sandbox.Faults.SetMix(SandboxChannel.Sms, FaultMix.Calm);
        await library.DrainAsync();

        var people = await library.PeopleAsync();
        Assert.Equal(Notices, people.Count);
        Assert.All(people, person => Assert.Single(person.Notices, notice => notice.State == NoticeState.Accepted)); // a refused number climbs to e-mail
        Assert.Equal(people.Count(person => person.Notices.Any(notice => notice is { Channel: Channel.Sms, State: NoticeState.Accepted })), library.Sms.Count);
        Assert.Empty(library.Machine.Sandbox.Repeated());
        Assert.Empty(await library.CallListAsync());
        Assert.All(library.Sms.GroupBy(sms => sms.ReceivedAt.ToUnixTimeSeconds() / 60), minute => Assert.InRange(minute.Count(), 1, PerMinute));
    }
}
