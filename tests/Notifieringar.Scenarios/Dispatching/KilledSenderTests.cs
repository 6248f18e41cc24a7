using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Promises 1 and 2 while things break: nothing is lost, nothing is said twice.</summary>
public sealed class KilledSenderTests
{
    private const int Count = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task AFunctionProcessKilledWhileItSends_LosesNoNotice_AndNoSmsIsAcceptedTwice()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0), pairs: Count);
        AFamily[] families = [.. Enumerable.Range(0, Count).Select(index => new AFamily { GivenName = $"Familj{(char)('A' + (index % 26))}{(char)('a' + (index / 26))}", Phone = AFamily.PhoneNumber(index) })];
        await library.ImportAsync(families);
        var visit = Assert.Single((await library.OccasionsAsync()).Select(occasion => occasion.Starts).Distinct());
        library.Machine.SetClock(Stockholm.MomentOf(visit.PlusDays(-1)));
        await library.ImportAsync(families);

        library.Machine.Sandbox.Faults.Add(new Fault(SandboxChannel.Sms, FaultKind.DropAfterAccepting, Calls: 2));
        library.Machine.Sandbox.Faults.Add(new Fault(SandboxChannel.Sms, FaultKind.Slow, Calls: Count) { Milliseconds = 150 });
        var restarts = library.Machine.FunctionsProcess.Restarts;
        await library.FireAsync("SendDueNotices");
        await AcceptedAsync(library, Count / 4);
        library.Machine.FunctionsProcess.Kill();
        await library.Machine.FunctionsProcess.WaitForRestartAsync(restarts, CancellationToken.None);
        Assert.InRange(library.Sms.Count, Count / 4, Count - 1); // it was killed in the middle

        await library.DrainAsync();

        var people = await library.PeopleAsync();
        Assert.Equal(Count, people.Count);
        Assert.All(people, person => Assert.Contains(person.Notices, notice => notice is { Channel: Channel.Sms, State: NoticeState.Accepted }));
        Assert.All(library.Machine.Sandbox.Counts().Where(count => count.Channel == SandboxChannel.Sms), count => Assert.Equal(1, count.Count));
        Assert.Equal(Count, library.Sms.Count);
        Assert.DoesNotContain(await library.CallListAsync(), listed => listed.Key.Step == "reminder");
    }

    private static async Task AcceptedAsync(ALibrary library, int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (library.Sms.Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
        }
    }
}
