using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class SecondDeliveryTests
{
    private readonly SecondDelivery _second = new();

    [Fact]
    public void Draw_UntilTold_NeverDeliversTwice() => Assert.All(Draw(1_000), when => Assert.Equal(SecondDeliveryTime.Never, when));

    [Fact]
    public void Draw_AShare_IsHalfAtOnceAndHalfAfterwardsAndTheSameEachTime()
    {
        _second.Set(0.2, seed: 4);
        var first = Draw(10_000);
        _second.Set(0.2, seed: 4);

        Assert.Equal(first, Draw(10_000));
        Assert.InRange(first.Count(when => when == SecondDeliveryTime.AtOnce), 800, 1_200);
        Assert.InRange(first.Count(when => when == SecondDeliveryTime.Afterwards), 800, 1_200);
    }

    private List<SecondDeliveryTime> Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => _second.Draw())];
}
