using System.Globalization;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Triggers.Timers;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2027-03-01T08:00:00Z", "2027-03-01T08:05:00Z")]
    [InlineData("30 0 6 * * 1-5", "2027-03-05T06:00:30Z", "2027-03-08T06:00:30Z")]
    [InlineData("*/10 * * * * *", "2027-03-01T08:00:01Z", "2027-03-01T08:00:10Z")]
    // Summer time begins at 01:00 UTC: the schedule does not know.
    [InlineData("0 30 1 * * *", "2027-03-28T00:00:00Z", "2027-03-28T01:30:00Z")]
    public void Next_AfterAMoment_IsInUtc(string expression, string after, string expected) =>
        Assert.Equal(Moment(expected), TimerSchedule.Parse("Plan", expression).Next(Moment(after)));

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("every day")]
    [InlineData("0 0 25 * * *")]
    public void Parse_NotSixFields_SaysWhichFunction(string expression)
    {
        var failed = Assert.Throws<StartFailedException>(() => TimerSchedule.Parse("Plan", expression));

        Assert.StartsWith("Plan:", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-01T08:00:01Z", "2027-03-01T08:05:00Z")]
    [InlineData("2027-03-01T08:05:00Z", "2027-03-01T08:05:00Z")]
    // Three occurrences were missed: one run makes up for them, now.
    [InlineData("2027-03-01T08:17:30Z", "2027-03-01T08:17:30Z")]
    public void NextAfterRun_EndingAt_IsOnceAtOnceWhenLate(string now, string expected)
    {
        var schedule = TimerSchedule.Parse("Plan", "0 */5 * * * *");

        Assert.Equal(Moment(expected), schedule.NextAfterRun(Moment("2027-03-01T08:00:00Z"), Moment(now)));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
