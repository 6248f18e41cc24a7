using NodaTime;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Tests.Planning.Visits;

public sealed class VisitSlotsTests
{
    /// <summary>From the almanac, not computed: the product computes.</summary>
    private static readonly string[] EasterSundays =
    [
        "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28",
        "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01",
    ];

    private static readonly (int Month, int Day)[] FixedFreeDays =
        [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)];

    // Good Friday, Easter Eve, Easter, Easter Monday, Ascension, Pentecost.
    private static readonly int[] FreeDaysFromEaster = [-2, -1, 0, 1, 39, 49];

    public static TheoryData<string> Easters => [.. EasterSundays];

    [Theory]
    [MemberData(nameof(Easters))]
    public void Of_AWholeYear_HasEveryOrdinaryDayAndNoRedDayEveOrClosedDay(string easter)
    {
        var easterSunday = LocalDatePattern.Iso.Parse(easter).Value;
        var year = easterSunday.Year;
        var closed = new ClosedPeriod(new LocalDate(year, 7, 1), new LocalDate(year, 8, 6));
        var rules = Some.Rules() with { VisitDays = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)], Closed = [closed] };
        var days = Enumerable.Range(0, 366).Select(new LocalDate(year, 1, 1).PlusDays).Where(day => day.Year == year).ToList();
        var expected = days.Where(day => !IsFree(day, easterSunday) && (day < closed.From || day > closed.To)).ToList();

        var slots = VisitSlots.Of(new VisitWindow(days[0], days[^1], days[^1]), rules).ToList();

        Assert.Equal(expected, slots.Select(slot => slot.Starts.Date).Distinct());
        Assert.Equal(expected.Count * rules.SlotTimes.Length * rules.Visitors.Length, slots.Count);
    }

    [Fact]
    public void Of_OneDay_IsInOrderOfTimeThenPair()
    {
        var day = new LocalDate(2027, 3, 2);

        var slots = VisitSlots.Of(new VisitWindow(day, day, day), Some.Rules());

        Assert.Equal(
            [
                new VisitSlot(day.At(new LocalTime(9, 30)), "A"), new VisitSlot(day.At(new LocalTime(9, 30)), "B"),
                new VisitSlot(day.At(new LocalTime(13, 0)), "A"), new VisitSlot(day.At(new LocalTime(13, 0)), "B"),
            ],
            slots);
    }

    [Fact]
    public void Of_FullWindow_GoesOnToTheDeadline()
    {
        var rules = Some.Rules() with { VisitDays = [IsoDayOfWeek.Tuesday] };
        var window = new VisitWindow(new LocalDate(2027, 3, 1), new LocalDate(2027, 3, 7), new LocalDate(2027, 3, 16));

        var days = VisitSlots.Of(window, rules).Select(slot => slot.Starts.Date).Distinct();

        Assert.Equal([new LocalDate(2027, 3, 2), new LocalDate(2027, 3, 9), new LocalDate(2027, 3, 16)], days);
    }

    private static bool IsFree(LocalDate day, LocalDate easterSunday) =>
        day.DayOfWeek == IsoDayOfWeek.Sunday
        || FixedFreeDays.Contains((day.Month, day.Day))
        || FreeDaysFromEaster.Contains(Period.DaysBetween(easterSunday, day))
        || day == FirstFrom(IsoDayOfWeek.Friday, new LocalDate(day.Year, 6, 19)) // midsummer eve
        || day == FirstFrom(IsoDayOfWeek.Saturday, new LocalDate(day.Year, 6, 20)) // midsummer day
        || day == FirstFrom(IsoDayOfWeek.Saturday, new LocalDate(day.Year, 10, 31)); // All Saints' day

    /// <summary>The first such weekday on or after a day.</summary>
    private static LocalDate FirstFrom(IsoDayOfWeek weekday, LocalDate from) => from.PlusDays(-1).Next(weekday);
}
