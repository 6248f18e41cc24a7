using System.Net;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Answers;

/// <summary>What staff change: moved, called off, late, ill.</summary>
public sealed class ChangeTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task T60_AVisitorIllInTheMorning_EverybodyToBeVisitedTodayIsToldAtOnce_AndWhomNoMessageReachesStandsOnTop()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        using var reader = new AReader(library);
        AFamily[] families = [.. new[] { "Ada", "Bea", "Cia", "Dea" }.Select((name, index) => new AFamily { GivenName = name, Phone = AFamily.PhoneNumber(10 + index) })];
        await library.ImportAsync(families);
        var day = (await library.OccasionsAsync()).Min(occasion => occasion.Starts).Date;
        var today = (await library.OccasionsAsync()).Where(occasion => occasion.Starts.Date == day).ToLookup(occasion => occasion.Visitors);
        Assert.Equal((2, 2), (today["Par 1"].Count(), today["Par 2"].Count()));
        var people = (await library.PeopleAsync()).ToDictionary(one => one.Person.Id);
        var phoneless = people[today["Par 1"].First().Home!.Value].Person.GivenName;
        library.Machine.SetClock(Stockholm.MomentOf(day.At(new LocalTime(6, 0))));
        await library.ImportAsync([.. families.Select(family => family.GivenName == phoneless ? family with { Phone = "" } : family)]);
        var before = library.Sms.Count;

        library.Machine.SetClock(Stockholm.MomentOf(day.At(new LocalTime(7, 10))));
        Assert.Equal(HttpStatusCode.Accepted, (await staff.PostAsync($"visitors/{ALibrary.Unit}/Par%201/ill", new { by = "personal-1" })).StatusCode);
        await library.DrainAsync();
        await library.GoToAsync(day.At(new LocalTime(7, 10)));

        var told = people[today["Par 1"].Last().Home!.Value];
        Assert.Equal(told.Person.Phone!.Value.E164, Assert.Single(library.Sms.Skip(before)).To);
        var onTop = (await library.CallListAsync())[0];
        Assert.Equal((today["Par 1"].First().Home!.Value, SkipReason.VisitCancelled, true), (onTop.Person, onTop.Reason, onTop.IsUrgent));
        Assert.All(await library.OccasionsAsync(), occasion => Assert.Equal(occasion.Visitors == "Par 1", occasion.CancelledBy is not null));
        Assert.DoesNotContain(await staff.SlotsAsync(), slot => slot.EndsWith("~Par 1", StringComparison.Ordinal));

        // New times are offered behind the same code.
        var code = reader.CodeOf(told);
        var slot = (await reader.TimesAsync(code))[0];
        await reader.PressAsync($"/s/{code}", ("slot", slot));
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PressAsync($"/s/{code}", ("answer", "take"), ("slot", slot))).StatusCode);
        var again = (await library.HouseholdOfAsync(told.Person.GivenName!)).Invitations[0];
        Assert.Equal((false, Answer.Yes), (again.Cancelled, again.Answer));
    }

    [Fact]
    public async Task T63_VisitorsWhoAreLate_AreSaidToBe_NoOftenerThanThereAreWordsForIt()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(20) };
        await library.ImportAsync(family);
        var visit = Assert.Single(await library.OccasionsAsync());
        library.Machine.SetClock(Stockholm.MomentOf(visit.Starts.PlusMinutes(-20)));
        await library.ImportAsync(family);
        var late = $"occasions/{ALibrary.Unit}/sprakstart-6/{visit.Id}/late";

        Assert.Equal(HttpStatusCode.Accepted, (await staff.PostAsync(late, new { })).StatusCode);
        await library.DrainAsync();
        await library.GoToAsync(visit.Starts.PlusMinutes(-20));
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 2; time++)
        {
            answers.Add((await staff.PostAsync(late, new { })).StatusCode);
            await library.DrainAsync();
            await library.GoToAsync(visit.Starts.PlusMinutes(-19 + time));
        }

        Assert.Equal(HttpStatusCode.Conflict, answers[^1]);
        Assert.InRange((await library.HouseholdOfAsync("Malva")).Notices.Count(notice => notice.Key.Step.StartsWith("late", StringComparison.Ordinal)), 1, 2);
    }

    [Fact]
    public async Task T92_AMeetingMoved_ReplacesItselfInCalendars_AndCalledOffLeavesThem()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay.PlusHours(3));
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Email = "malva@example.se", Born = new LocalDate(2020, 1, 1) });
        var laid = AnOccasion.In(library);
        var meeting = await laid.LaidAsync("natverkstraff", new LocalDateTime(2025, 3, 28, 13, 0), "d1e2f3");
        await laid.InviteAsync(await library.HouseholdOfAsync("Malva"), meeting, PlanningDay.PlusHours(3));
        await library.GoToAsync(PlanningDay.PlusHours(3));

        // Over the night when the clocks go forward.
        var path = $"occasions/{ALibrary.Unit}/natverkstraff/{meeting.Id}";
        Assert.Equal(HttpStatusCode.Accepted, (await staff.PostAsync($"{path}/move", new { starts = "2025-04-01T13:00", place = "Rådhuset" })).StatusCode);
        await library.DrainAsync();
        await library.GoToAsync(PlanningDay.PlusHours(4));
        Assert.Equal(HttpStatusCode.Accepted, (await staff.PostAsync($"{path}/cancel", new { })).StatusCode);
        await library.DrainAsync();
        await library.GoToAsync(PlanningDay.PlusHours(5));

        var files = library.Emails.Select(email => ACalendarFile.Of(email)).ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, file => Assert.Equal("d1e2f3@provby.notifieringar", file["UID"]));
        Assert.Equal(["0", "1", "2"], files.Select(file => file["SEQUENCE"]));
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], files.Select(file => file["METHOD"]));
        Assert.Equal(["20250328T130000", "20250401T130000", "20250401T130000"], files.Select(file => file["DTSTART;TZID=Europe/Stockholm"]));
        Assert.Equal(["Provby bibliotek", "Rådhuset", "Rådhuset"], files.Select(file => file["LOCATION"]));
    }

    [Fact]
    public async Task T44_AMoveWhoseTimeAnotherVisitHasTaken_LeavesTheVisitAsItIs_AndIsNotTheLastOfIt()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 1);
        using var staff = new AStaffMember(library);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(30) }, new AFamily { GivenName = "Ada", Phone = AFamily.PhoneNumber(31) });
        var malva = await library.HouseholdOfAsync("Malva");
        var visits = (await library.OccasionsAsync()).ToDictionary(visit => visit.Home!.Value);
        var (visit, other) = (visits[malva.Person.Id], visits[(await library.HouseholdOfAsync("Ada")).Person.Id]);
        var change = new OccasionChange(
            ALibrary.Unit, $"{visit.Id}-1", ChangeKind.Move, "family", Stockholm.MomentOf(PlanningDay), visit.Programme, visit.Id, visit.Starts, Sequence: 1,
            visit.Visitors, new NewTime(other.Starts, null, null, other.Visitors), malva.Person.Id);
        await new ChangeJournal(AnOccasion.In(library).Tables).OrderAsync(change, CancellationToken.None);
        await library.FireAsync("SweepChanges");
        await library.DrainAsync();

        Assert.Equal(visit.Starts, (await library.OccasionsAsync()).Single(one => one.Id == visit.Id).Starts);
        Assert.DoesNotContain(await staff.WorkAsync(), row => row.StartsWith("change~", StringComparison.Ordinal));

        // The family finds another time itself, and then staff call the visit off.
        var code = reader.CodeOf(malva);
        var slot = (await reader.TimesAsync(code))[0];
        await reader.PressAsync($"/s/{code}", ("slot", slot));
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PressAsync($"/s/{code}", ("answer", "take"), ("slot", slot))).StatusCode);
        Assert.Equal((1, Answer.Yes), ((await library.HouseholdOfAsync("Malva")).Invitations[0].Sequence, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer));
        var cancelled = await staff.PostAsync($"occasions/{ALibrary.Unit}/{visit.Programme}/{visit.Id}/cancel", new { });
        Assert.Equal(HttpStatusCode.Accepted, cancelled.StatusCode);
    }

    [Fact]
    public async Task AMoveCutShort_IsFinishedByTheSweep_AndDoneOnce()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(30) });
        var visit = Assert.Single(await library.OccasionsAsync());
        var starts = visit.Starts.PlusDays(7);
        var tables = AnOccasion.In(library).Tables;
        var change = new OccasionChange(
            ALibrary.Unit,
            $"{visit.Id}-1",
            ChangeKind.Move,
            "personal-1",
            Stockholm.MomentOf(PlanningDay),
            visit.Programme,
            visit.Id,
            visit.Starts,
            Sequence: 1,
            visit.Visitors,
            new NewTime(starts, null, null, visit.Visitors));

        // As if the worker had been killed after the first write: nothing is on the queue.
        await new ChangeJournal(tables).OrderAsync(change, CancellationToken.None);
        await new OccasionTable(tables).PutAsync(visit with { Starts = starts, Sequence = 1 }, CancellationToken.None);
        await new SlotTable(tables, TimeProvider.System).TakeAsync(ALibrary.Unit, starts, visit.Visitors, visit.Id, CancellationToken.None);
        await library.FireAsync("SweepChanges");
        await library.DrainAsync();
        await library.FireAsync("SweepChanges");
        await library.DrainAsync();
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 30));

        var moved = Assert.Single((await library.HouseholdOfAsync("Malva")).Invitations);
        Assert.Equal((starts, 1), (moved.Starts, moved.Sequence));
        Assert.Equal(starts, Assert.Single(await library.OccasionsAsync()).Starts);
        Assert.StartsWith(starts.ToString("yyyyMMdd'T'HHmm", null), Assert.Single(await staff.SlotsAsync()), StringComparison.Ordinal);
        Assert.Single(library.Sms);
    }
}
