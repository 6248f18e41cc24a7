using NodaTime;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.Tests.Planning.Calendar;

public sealed class StockholmTests
{
    [Fact]
    public void MomentOf_TimeThatSpringSkips_IsOneHourOn() =>
        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 30), Stockholm.MomentOf(new LocalDateTime(2027, 3, 28, 2, 30)));

    [Fact]
    public void MomentOf_TimeThatAutumnDoubles_IsTheFirst() =>
        Assert.Equal(Instant.FromUtc(2027, 10, 31, 0, 30), Stockholm.MomentOf(new LocalDateTime(2027, 10, 31, 2, 30)));

    [Fact]
    public void LocalOf_LateEveningInUtc_IsTheNextDayInSweden() =>
        Assert.Equal(new LocalDateTime(2027, 7, 2, 0, 30), Stockholm.LocalOf(Instant.FromUtc(2027, 7, 1, 22, 30)));
}
