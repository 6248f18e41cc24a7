using NodaTime;
using NodaTime.Text;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.Tests.Planning.Calendar;

public sealed class RedDaysTests
{
    [Theory]
    [InlineData("2008-03-23")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2035-03-25")]
    [InlineData("2038-04-25")] // the latest day Easter can have
    [InlineData("2285-03-22")] // the earliest
    public void EasterSunday_OfAYear_IsAsInTheAlmanac(string expected) =>
        Assert.Equal(Day(expected), RedDays.EasterSunday(Day(expected).Year));

    [Theory]
    [InlineData("2025-01-01")]
    [InlineData("2025-01-06")]
    [InlineData("2025-04-18")]
    [InlineData("2025-04-21")]
    [InlineData("2025-05-01")]
    [InlineData("2025-05-29")]
    [InlineData("2025-06-06")]
    [InlineData("2025-06-08")]
    [InlineData("2025-06-21")]
    [InlineData("2025-11-01")]
    [InlineData("2025-12-25")]
    [InlineData("2025-12-26")]
    [InlineData("2026-04-03")]
    [InlineData("2026-05-14")]
    [InlineData("2026-05-24")]
    [InlineData("2026-06-20")] // midsummer day on its first possible date
    [InlineData("2026-10-31")] // All Saints' day on its first possible date
    [InlineData("2027-03-26")]
    [InlineData("2027-05-06")]
    [InlineData("2027-06-26")] // and midsummer on its last
    [InlineData("2027-11-06")] // and All Saints' on its last
    [InlineData("2008-05-01")] // Ascension day and the first of May at once
    [InlineData("2038-04-23")]
    [InlineData("2038-06-03")]
    public void IsRed_HolidayByLaw_IsRedAndFree(string day)
    {
        Assert.True(RedDays.IsRed(Day(day)));
        Assert.True(RedDays.IsFree(Day(day)));
        Assert.False(RedDays.IsWorkingDay(Day(day)));
    }

    [Theory]
    [InlineData("2025-04-19")] // Easter eve
    [InlineData("2025-06-20")] // midsummer eve
    [InlineData("2026-06-19")] // the earliest midsummer eve
    [InlineData("2025-12-24")]
    [InlineData("2025-12-31")]
    public void IsFree_EveThatIsNoHolidayByLaw_IsFreeButNotRed(string day)
    {
        Assert.False(RedDays.IsRed(Day(day)));
        Assert.True(RedDays.IsFree(Day(day)));
    }

    [Theory]
    [InlineData("2025-06-09")] // the Monday after Pentecost, no holiday since 2005
    [InlineData("2025-06-27")] // a Friday in June that is no midsummer eve
    [InlineData("2025-04-17")] // Maundy Thursday
    [InlineData("2025-10-31")] // the day before All Saints'
    [InlineData("2008-05-02")]
    public void IsWorkingDay_OrdinaryDayNextToAHoliday_IsOne(string day) => Assert.True(RedDays.IsWorkingDay(Day(day)));

    [Fact]
    public void IsWorkingDay_Saturday_IsNotOneThoughItIsNotFree()
    {
        var saturday = new LocalDate(2027, 2, 27);

        Assert.False(RedDays.IsFree(saturday));
        Assert.False(RedDays.IsWorkingDay(saturday));
    }

    [Theory]
    [InlineData(2025, 63)] // 52 Sundays and 11 holidays on other days
    [InlineData(2027, 61)] // the sixth of June and Boxing Day are Sundays
    public void IsRed_OverAYear_IsAsManyDaysAsTheAlmanacHas(int year, int expected) =>
        Assert.Equal(expected, Enumerable.Range(0, 365).Count(days => RedDays.IsRed(new LocalDate(year, 1, 1).PlusDays(days))));

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
