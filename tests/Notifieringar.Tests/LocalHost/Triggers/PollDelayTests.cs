using Notifieringar.LocalHost.FunctionProcess;
using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class PollDelayTests
{
    [Fact]
    public void Next_OnAnEmptyQueue_DoublesUpToTheLongest()
    {
        var delay = new PollDelay(TimeSpan.FromMilliseconds(500));

        Assert.Equal([100, 200, 400, 500, 500], Enumerable.Range(0, 5).Select(_ => delay.Next().TotalMilliseconds));

        delay.Reset();
        Assert.Equal(100, delay.Next().TotalMilliseconds);
    }

    [Fact]
    public void RestartDelay_OfAProcessThatKeepsDying_GrowsToTenSeconds() =>
        Assert.Equal([250, 500, 1000, 10_000, 10_000], new[] { 0, 1, 2, 6, 50 }.Select(deaths => RestartDelay.After(deaths).TotalMilliseconds));
}
