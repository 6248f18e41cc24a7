using NodaTime;
using NodaTime.Text;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Tests.Planning.Visits;

public sealed class VisitWindowTests
{
    [Fact]
    public void For_ChildOfTheRightAge_IsFromSevenDaysBeforeToThreeWeeksAfterSixMonths() => // T01
        Assert.Equal(
            new VisitWindow(Day("2025-02-22"), Day("2025-03-22"), Day("2025-05-31")),
            VisitWindow.For(Day("2024-09-01"), Some.Audience(), Day("2025-02-01"), Day("2025-02-01")));

    [Theory]
    [InlineData("2024-09-01", "2025-01-31")]
    [InlineData("2024-08-31", "2025-01-30")] // six months from 31 August is 28 February
    public void For_ADayTooEarly_IsNone(string born, string today) => Assert.Null(VisitWindow.For(Day(born), Some.Audience(), Day(today), Day(today)));

    [Fact]
    public void For_BornOnTheLastOfAugust_CountsFromTheLastOfFebruary() => // T02
        Assert.Equal(
            new VisitWindow(Day("2025-02-21"), Day("2025-03-21"), Day("2025-05-30")),
            VisitWindow.For(Day("2024-08-31"), Some.Audience(), Day("2025-01-31"), Day("2025-01-31")));

    [Fact]
    public void For_BornOnLeapDay_CountsFromTheSameDayOfMonth() =>
        Assert.Equal(
            Day("2028-08-22"), // 29 August less seven days
            VisitWindow.For(Day("2028-02-29"), Some.Audience(), Day("2028-08-01"), Day("2028-08-01"))?.First);

    [Fact]
    public void For_ChildRegisteredLate_IsTheFirstDayThatLeavesTimeForTheLetter() // T03
    {
        var window = VisitWindow.For(Day("2024-09-01"), Some.Audience(), Day("2025-03-21"), Day("2025-03-21"));

        Assert.Equal(new VisitWindow(Day("2025-04-04"), Day("2025-04-04"), Day("2025-05-31")), window);
    }

    [Theory]
    [InlineData("2025-05-17", true)] // fourteen days before the last day
    [InlineData("2025-05-18", false)]
    [InlineData("2025-06-01", false)] // nine months
    public void For_ChildNearNineMonths_IsNoneWhenNoDayIsLeft(string today, bool expected) =>
        Assert.Equal(expected, VisitWindow.For(Day("2024-09-01"), Some.Audience(), Day(today), Day(today)) is not null);

    [Fact]
    public void For_ALetterThatCannotLeaveForWeeks_CountsTheNoticeFromTheDayItLeaves() =>
        Assert.Equal(Day("2027-08-16"), VisitWindow.For(Day("2027-01-10"), Some.Audience(), Day("2027-07-05"), Day("2027-08-02"))?.First);

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
