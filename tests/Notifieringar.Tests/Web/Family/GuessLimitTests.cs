using Notifieringar.Tests.Delivery;
using Notifieringar.Web.Family;

namespace Notifieringar.Tests.Web.Family;

public sealed class GuessLimitTests
{
    private readonly ManualTime _time = new(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void IsReached_AfterThirtyWrongCodes_OnlyForThatAddressAndThatMinute()
    {
        var limit = new GuessLimit(_time);
        for (var guess = 0; guess < GuessLimit.PerMinute; guess++)
        {
            Assert.False(limit.IsReached("203.0.113.7"));
            limit.Count("203.0.113.7");
        }

        Assert.True(limit.IsReached("203.0.113.7"));
        Assert.False(limit.IsReached("203.0.113.8"));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(limit.IsReached("203.0.113.7"));
    }
}
