using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Visits;
using NodaTime;

namespace Notifieringar.Tests.Planning.Visits;

public sealed class FreeTimesTests
{
    private static readonly LocalDate Born = new(2026, 9, 1);
    private static readonly VisitSlot Present = new(new LocalDateTime(2027, 3, 2, 9, 30), "B");
    private static readonly LocalDate Today = new(2027, 2, 24);

    [Fact]
    public void Near_FreeSlots_AreTheSixNearestOfTheSamePair_WithoutThePresentOne()
    {
        var times = Near().Times;

        Assert.Equal(6, times.Length);
        Assert.All(times, slot => Assert.Equal("B", slot.Visitors));
        Assert.Equal(new LocalDateTime(2027, 3, 2, 13, 0), times[0].Starts);
        Assert.DoesNotContain(times, slot => slot.Starts == Present.Starts);
        var distances = times.Select(slot => Math.Abs(Period.Between(slot.Starts, Present.Starts, PeriodUnits.Minutes).Minutes)).ToList();
        Assert.Equal(distances.Order(), distances);
    }

    [Fact]
    public void Near_NothingFreeOfTheSamePair_OffersTheOther_AndNoTimeTwice()
    {
        var times = Near(isTaken: slot => slot.Visitors == "B").Times;

        Assert.All(times, slot => Assert.Equal("A", slot.Visitors));
        Assert.Equal(times.Length, times.Select(slot => slot.Starts).Distinct().Count());
    }

    [Fact]
    public void Near_ATimeThatIsTaken_IsNotOffered() =>
        Assert.DoesNotContain(
            Near(isTaken: slot => slot == new VisitSlot(new LocalDateTime(2027, 3, 2, 13, 0), "B")).Times,
            slot => slot == new VisitSlot(new LocalDateTime(2027, 3, 2, 13, 0), "B"));

    [Fact]
    public void Near_AnyDay_IsFromTomorrowUntilNineMonths_OnVisitDaysOnly()
    {
        var day = new LocalDate(2027, 5, 3);
        var times = Near(today: day, present: new VisitSlot(day.At(new LocalTime(9, 30)), "A")).Times;

        Assert.All(times, slot => Assert.InRange(slot.Starts.Date, day.PlusDays(1), Born.PlusMonths(9).PlusDays(-1)));
        Assert.All(times, slot => Assert.True(VisitSlots.IsVisitDay(slot.Starts.Date, Some.Rules())));
        Assert.DoesNotContain(times, slot => RedDays.IsFree(slot.Starts.Date)); // Ascension Day is the sixth
    }

    [Fact]
    public void T45_ATimeBeyondNineMonths_IsNotOffered_TheNextVisitTakesOver()
    {
        var last = Born.PlusMonths(9).PlusDays(-1);

        Assert.Equal(SkipReason.TooOldForVisit, Near(today: last).None);
        Assert.Equal(SkipReason.NoFreeTime, Near(isTaken: _ => true).None);
        Assert.Empty(Near(today: last).Times);
    }

    private static OtherTimes Near(LocalDate? today = null, VisitSlot? present = null, Func<VisitSlot, bool>? isTaken = null) =>
        FreeTimes.Near(present ?? Present, Born, Some.Audience(), Some.Rules(), today ?? Today, isTaken ?? (_ => false));
}
