using Azure.Data.Tables;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Faults;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Promise 2: an SMS that may have been accepted is never sent as a new one.</summary>
public sealed class DoubtfulSmsTests
{
    private const int TriesOfOneCall = 3;

    [Fact]
    public async Task AnSmsWhoseAnswersWereLost_AndWhoseNextTryIsRefusedForNow_IsStillSentOnce()
    {
        await using var library = await ALibrary.OpensAsync(FaultCampaign.DueAt, machine: options => options with
        {
            ExtraSettings = new Dictionary<string, string>(options.ExtraSettings) { ["Chunks__LeaseSeconds"] = "8", ["Sms__TimeoutSeconds"] = "1" },
        });
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        await new FaultCampaign(new FaultOptions(Seed: 26) { Notices = 1, Shares = (Sms: 100, Email: 0) }, tables)
            .SeedAsync(TestContext.Current.CancellationToken);
        library.Machine.Sandbox.Faults.Add(new Fault(SandboxChannel.Sms, FaultKind.DropAfterAccepting, TriesOfOneCall));
        library.Machine.Sandbox.Faults.Add(new Fault(SandboxChannel.Sms, FaultKind.TooManyRequests) { RetryAfterSeconds = 1 });

        await library.FireAsync("SendDueNotices");
        await library.DrainAsync();

        Assert.Empty(library.Machine.Sandbox.Faults.Pending);
        Assert.Single(library.Sms);
        var notice = Assert.Single(Assert.Single(await library.PeopleAsync()).Notices);
        Assert.Equal(NoticeState.Accepted, notice.State);
    }
}
