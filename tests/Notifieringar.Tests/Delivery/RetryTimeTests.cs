using NodaTime;
using Notifieringar.Delivery;

namespace Notifieringar.Tests.Delivery;

public sealed class RetryTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Mon, 02 Mar 2026 10:00:30 GMT", 30)]
    [InlineData("Mon, 02 Mar 2026 09:00:00 GMT", 0)]
    public void FromRetryAfter_SecondsOrDate_IsTheWait(string value, int seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), RetryTime.FromRetryAfter(value, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-3")]
    [InlineData("soon")]
    public void FromRetryAfter_Neither_IsNull(string? value) => Assert.Null(RetryTime.FromRetryAfter(value, Now));

    [Theory]
    [InlineData(45, 45)]
    [InlineData(-45, 0)]
    public void FromUnixSeconds_Time_IsTheWaitUntilIt(int fromNow, int seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), RetryTime.FromUnixSeconds(Text(Now.ToUnixTimeSeconds() + fromNow), Now));

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
