using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>The stop button, and what has become too late when sending goes on (domain.md T117, T118).</summary>
public sealed class StopTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    // The switch is read every twenty seconds, and a chunk that was stopped comes back after a minute.
    private static readonly TimeSpan AMinute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan NotDelayed = TimeSpan.Zero;

    [Theory]
    [InlineData("stops")]
    [InlineData("stops/provby")]
    public async Task T117_AStop_HoldsEverythingBack_AndResumingSendsWhatIsStillInTime(string path)
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(0) };
        await library.ImportAsync(family);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        var visit = Assert.Single(await library.OccasionsAsync()).Starts;

        var stopped = await staff.StopAsync(path);
        Assert.True(stopped.Stopped);
        Assert.Equal("fel text i brevet", stopped.Reason);
        await Task.Delay(TimeSpan.FromSeconds(20)); // another instance would have seen it by now
        library.Machine.SetClock(Stockholm.MomentOf(new LocalDateTime(2025, 2, 3, 14, 0)));
        await library.FireAsync("CloseLetterRuns");
        await library.Machine.Triggers.DrainAsync(NotDelayed);
        Assert.Empty(await library.PilesAsync());

        library.Machine.SetClock(Stockholm.MomentOf(visit.PlusDays(-1))); // a weekday
        await library.ImportAsync(family);
        await library.FireAsync("SendDueNotices");
        await library.Machine.Triggers.DrainAsync(NotDelayed);
        Assert.Empty(library.Sms);
        Assert.NotEqual(0, await library.Machine.Triggers.PendingCountAsync()); // the chunks wait, and are not lost

        Assert.False((await staff.ResumeAsync(path)).Stopped);
        await library.Machine.Triggers.DrainAsync(AMinute + AMinute);
        Assert.Single(library.Sms);
    }

    [Fact]
    public async Task T117_AStopOfAnotherUnit_StopsNothingHere()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        using var answer = await staff.PutAsync("stops/annanstad");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        await library.ImportAsync(new AFamily());
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        Assert.Single(await library.PilesAsync());
    }

    [Fact]
    public async Task T117_AReminderThatBecameTooLateWhileStopped_IsDropped_AndTheLetterIsNotPrintedForAPastVisit()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(0) };
        await library.ImportAsync(family);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        var visit = Assert.Single(await library.OccasionsAsync()).Starts;
        library.Machine.SetClock(Stockholm.MomentOf(visit.PlusDays(-1)));
        await library.ImportAsync(family);
        await staff.StopAsync();
        await library.FireAsync("SendDueNotices");
        await library.FireAsync("CloseLetterRuns");
        await library.Machine.Triggers.DrainAsync(NotDelayed);

        library.Machine.SetClock(Stockholm.MomentOf(visit.PlusHours(3)));
        await staff.ResumeAsync();
        await library.Machine.Triggers.DrainAsync(AMinute + AMinute);
        await library.GoToAsync(visit.PlusHours(3));

        Assert.Empty(library.Sms);
        Assert.Empty(await library.PilesAsync());
        var notices = (await library.HouseholdOfAsync("Livia")).Notices.Where(notice => notice.Key.Step is "invitation" or "reminder").ToList();
        Assert.Equal(2, notices.Count);
        Assert.All(notices, notice => Assert.Equal((NoticeState.Skipped, SkipReason.TooLate), (notice.State, notice.SkipReason)));
    }

    [Fact]
    public async Task T118_AfterThreeDaysOutage_RemindersOfPastVisitsAreDropped_AndLaterOnesAreSent()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 1);
        AFamily[] families = [.. Enumerable.Range(0, 4).Select(index => new AFamily { GivenName = $"Familj{(char)('A' + index)}", Phone = AFamily.PhoneNumber(index) })];
        await library.ImportAsync(families);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        var first = (await library.OccasionsAsync()).Min(occasion => occasion.Starts);

        // Nothing runs from before the first reminder until the day after the first visits.
        var back = first.Date.PlusDays(1).At(new LocalTime(9, 5));
        library.Machine.SetClock(Stockholm.MomentOf(back));
        await library.ImportAsync(families);
        await library.GoToAsync(back);

        foreach (var person in await library.PeopleAsync())
        {
            var reminder = Assert.Single(person.Notices, notice => notice.Key.Step == "reminder");
            var isPast = Assert.Single(person.Invitations).Starts <= back;
            Assert.Equal(isPast ? NoticeState.Skipped : NoticeState.Accepted, reminder.State);
            Assert.Equal(isPast ? SkipReason.TooLate : null, reminder.SkipReason);
        }

        var visits = (await library.PeopleAsync()).Select(person => person.Invitations[0].Starts).ToList();
        Assert.Contains(visits, starts => starts <= back);
        Assert.Contains(visits, starts => starts > back);
        Assert.Equal(visits.Count(starts => starts > back), library.Sms.Count);
    }
}
