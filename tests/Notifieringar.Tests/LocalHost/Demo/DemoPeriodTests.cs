using NodaTime;
using NodaTime.Text;
using Notifieringar.LocalHost.Commands;
using Notifieringar.LocalHost.Demo;

namespace Notifieringar.Tests.LocalHost.Demo;

public sealed class DemoPeriodTests
{
    [Fact]
    public void Read_NothingSaid_StartsOnTheFirstOfFebruaryWithTheTimersStill()
    {
        var demo = DemoArguments.Read([], TextWriter.Null);

        Assert.Equal((Moment("2027-02-01T05:00:00Z"), false, false), (demo.Machine.ClockStart, demo.Machine.TimersRun, demo.Exit));
        Assert.Equal(Moment("2027-04-02T04:00:00Z"), demo.Period.End); // summer time has begun
    }

    [Theory]
    [InlineData("--from")]
    [InlineData("--from 1/2")]
    [InlineData("--form 2027-02-01")]
    public void Read_AMistake_IsAUsageError(string line) =>
        Assert.Throws<UsageException>(() => DemoArguments.Read(line.Split(' '), TextWriter.Null));

    [Theory]
    [InlineData("2027-02-01T04:59:59Z", "2027-02-01T05:00:00Z")]
    [InlineData("2027-02-01T05:00:00Z", "2027-02-08T05:00:00Z")]
    [InlineData("2027-03-22T05:00:00Z", "2027-03-29T04:00:00Z")]
    public void NextImport_IsMondayAtSixLocalTime(string now, string next) => Assert.Equal(Moment(next), DemoPeriod.NextImport(Moment(now)));

    [Theory]
    [InlineData("2027-02-01T02:59:59Z", "2027-02-01T03:00:00Z")]
    [InlineData("2027-02-01T03:00:00Z", "2027-02-02T03:00:00Z")]
    public void NextPlanning_IsTheTimersOwnTime(string now, string next) => Assert.Equal(Moment(next), DemoPeriod.NextPlanning(Moment(now)));

    private static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
