using NodaTime;
using NodaTime.Text;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.Tests.Planning.Calendar;

public sealed class OpenDaysTests
{
    [Theory]
    [InlineData("2027-03-01", "2027-03-15")]
    [InlineData("2027-02-27", "2027-03-15")] // a Saturday, so Monday
    [InlineData("2027-02-28", "2027-03-15")] // a Sunday, so Monday
    [InlineData("2027-03-12", "2027-03-30")] // Good Friday, so Tuesday after Easter
    [InlineData("2027-06-20", "2027-08-02")] // closed for the summer, and the first of August is a Sunday
    [InlineData("2027-12-10", "2027-12-27")] // Christmas Eve
    public void T93_ALastDayThatIsRedOrClosed_IsTheNextOpenDay(string ready, string expected) =>
        Assert.Equal(Day(expected), OpenDays.AtOrAfter(Day(ready).PlusDays(14), Some.Rules()));

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
