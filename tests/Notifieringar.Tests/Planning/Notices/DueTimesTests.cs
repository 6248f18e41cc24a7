using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;

namespace Notifieringar.Tests.Planning.Notices;

public sealed class DueTimesTests
{
    [Fact]
    public void Of_FortyEightHoursBeforeATuesday_IsTheSaturdayBeforeAsSundayIsFree() =>
        Assert.Equal(Instant.FromUtc(2027, 2, 27, 9, 0), Reminder(new LocalDateTime(2027, 3, 2, 10, 0)));

    [Fact]
    public void Of_FortyEightHoursBeforeAThursday_IsTheTuesdayAtTheSameTime() =>
        Assert.Equal(Instant.FromUtc(2027, 3, 2, 9, 0), Reminder(new LocalDateTime(2027, 3, 4, 10, 0)));

    [Fact]
    public void Of_EarlyVisit_IsInsideTheSendingHoursOfTheDayBefore() => // 08:30 is quiet, so not later than it should be: the evening before
        Assert.Equal(Instant.FromUtc(2027, 3, 1, 17, 45), Reminder(new LocalDateTime(2027, 3, 4, 8, 30)));

    [Fact]
    public void Of_LetterRung_LeavesDaysEarlierOnAWorkingDay()
    {
        // Seven days before Monday 5 April is Easter Monday; the last working day before is Maundy Thursday.
        Assert.Equal(Instant.FromUtc(2027, 3, 25, 9, 0), Reminder(new LocalDateTime(2027, 4, 5, 10, 0), rung: 2));
        Assert.Equal(Instant.FromUtc(2027, 2, 23, 9, 0), Reminder(Some.VisitTime, rung: 2));
    }

    [Fact]
    public void Of_SpringForward_KeepsTheTimeOfDay() => // 47 hours before
        Assert.Equal(Instant.FromUtc(2028, 3, 25, 9, 0), Reminder(new LocalDateTime(2028, 3, 27, 10, 0)));

    [Fact]
    public void Of_FallBack_KeepsTheTimeOfDay() => // 49 hours before
        Assert.Equal(Instant.FromUtc(2028, 10, 28, 8, 0), Reminder(new LocalDateTime(2028, 10, 30, 10, 0)));

    [Fact]
    public void Of_StepFromPlanning_IsOnTheDayOfPlanningInSweden()
    {
        // Planned at 02:00 UTC on Monday 1 February; said at nine in the morning.
        Assert.Equal(Instant.FromUtc(2027, 2, 1, 8, 0), Of(Some.Invited(), 0, Some.Invitation()));
    }

    [Fact]
    public void Of_LetterFromPlanningOnAWeekend_LeavesOnMonday() =>
        Assert.Equal(
            Instant.FromUtc(2027, 1, 31, 23, 0), // Monday, from midnight in Sweden
            Of(Some.Invited(), 0, Some.Invitation() with { Planned = Instant.FromUtc(2027, 1, 30, 2, 0) }));

    [Fact]
    public void Of_StepAfterTheVisit_MovesForward() => // a visit on a Saturday: not Sunday, so Monday
        Assert.Equal(
            Instant.FromUtc(2027, 3, 8, 8, 0),
            Of(Some.Thanks(), 0, Some.Invitation() with { Starts = new LocalDateTime(2027, 3, 6, 10, 0) }));

    [Fact]
    public void FirstLook_PersonWithoutAPhone_IsThatOfTheNextRung()
    {
        var letterOnly = Some.Guardian() with { Phone = null, Email = null };

        Assert.Equal(Reminder(Some.VisitTime, rung: 2), DueTimes.FirstLook(Some.Reminder(), letterOnly, Some.Invitation(), Some.Rules()));
        Assert.Equal(Reminder(Some.VisitTime), DueTimes.FirstLook(Some.Reminder(), Some.Guardian(), Some.Invitation(), Some.Rules()));
    }

    [Fact]
    public void FirstLook_PersonNobodyCanReach_IsThatOfTheFirstRungSoThatStaffHear()
    {
        var unreachable = Some.Guardian() with { Phone = null, Email = null, Address = null };

        Assert.Equal(Reminder(Some.VisitTime), DueTimes.FirstLook(Some.Reminder(), unreachable, Some.Invitation(), Some.Rules()));
    }

    private static Instant Reminder(LocalDateTime starts, int rung = 0) => Of(Some.Reminder(), rung, Some.Invitation() with { Starts = starts });

    private static Instant Of(Step step, int rung, Invitation invitation) => DueTimes.Of(step, step.Ladder[rung], invitation, Some.Rules());
}
