using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Families who share a phone, and families who leave.</summary>
public sealed class ContactTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task T86_TwoHouseholdsWithTheSamePhone_GetOneMessageEach_AndTheirNamesAreNotMixed()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, comesUnlessNo: true);
        AFamily[] families =
        [
            new() { GivenName = "Malva", Phone = AFamily.PhoneNumber(40) },
            new() { GivenName = "Sixten", Phone = AFamily.PhoneNumber(40), Child = "Bo" },
        ];
        await library.ImportAsync(families);
        var visit = (await library.OccasionsAsync()).Max(occasion => occasion.Starts);
        library.Machine.SetClock(Stockholm.MomentOf(visit.PlusDays(-3)));
        await library.ImportAsync(families);
        await library.GoToAsync(visit.Date.PlusDays(-1).At(new LocalTime(9, 30)));

        var reminders = (await library.PeopleAsync()).SelectMany(one => one.Notices).Where(notice => notice.Key.Step == "reminder").ToList();
        Assert.Equal(2, reminders.Count);
        Assert.Single(library.Sms.Select(sms => sms.To).Distinct());
        Assert.Equal(2, reminders.Select(notice => notice.Key.Occasion).Distinct().Count());
        Assert.All(library.Sms, sms => Assert.False(sms.Text.Contains("Malva", StringComparison.Ordinal) && sms.Text.Contains("Sixten", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task T81_AFamilyThatMovesAwayBeforeTheVisit_HearsNothingMore_AndItsTimeIsFree()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(41) });

        await staff.SilenceAsync(await library.HouseholdOfAsync("Malva"), "moved");
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 15, 0));

        var family = await library.HouseholdOfAsync("Malva");
        Assert.All(family.Notices, notice => Assert.Equal((NoticeState.Skipped, SkipReason.Moved), (notice.State, notice.SkipReason)));
        Assert.NotEmpty(family.Notices);
        Assert.Empty(await staff.SlotsAsync());
        Assert.Empty(library.Sms);
        Assert.Empty(await library.PilesAsync());
    }
}
