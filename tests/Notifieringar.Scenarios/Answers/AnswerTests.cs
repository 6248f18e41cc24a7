using System.Net;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Scenarios.Visits;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Scenarios.Answers;

/// <summary>What families answer, and what comes of it.</summary>
public sealed class AnswerTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task T07_GuardiansWhoAnswerDifferently_AreForStaff_UntilTheyAgree_AndNeitherSeesTheOther()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        using var staff = new AStaffMember(library);
        var mother = new AFamily { GivenName = "Malva" };
        await library.ImportAsync(mother, new AFamily
        {
            GivenName = "Figge",
            FamilyName = "Annansson",
            Street = "Tallstigen 9",
            ChildReference = $"{mother.Household}-{mother.Child}",
            LivesHere = false,
        });
        var (one, other) = (reader.CodeOf(await library.HouseholdOfAsync("Malva")), reader.CodeOf(await library.HouseholdOfAsync("Figge")));

        await reader.AnswerAsync($"/s/{other}", "no");
        Assert.Single(await staff.SlotsAsync()); // the mother has not said that nobody is to come
        await reader.AnswerAsync($"/s/{other}", "yes");
        await reader.AnswerAsync($"/s/{one}", "yes");
        Assert.All(await library.PeopleAsync(), guardian => Assert.False(Assert.Single(guardian.Invitations).IsDisputed));
        await reader.AnswerAsync($"/s/{other}", "no");
        Assert.Single(await staff.SlotsAsync()); // nobody else gets the time

        Assert.All(await library.PeopleAsync(), guardian => Assert.True(Assert.Single(guardian.Invitations).IsDisputed));
        Assert.Equal(SkipReason.Disputed, Assert.Single(await library.CallListAsync()).Reason);
        var page = await (await reader.LookAsync($"/s/{one}?lang=sv")).Content.ReadAsStringAsync();
        Assert.Contains("Vi hör av oss till er", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Figge", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tallstigen", page, StringComparison.Ordinal);

        await reader.AnswerAsync($"/s/{other}", "yes");
        Assert.All(await library.PeopleAsync(), guardian => Assert.False(Assert.Single(guardian.Invitations).IsDisputed));
    }

    [Fact]
    public async Task T44_TwoFamiliesChooseTheSameTime_OneWins_AndTheOtherIsOfferedTheNext()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 1);
        using var reader = new AReader(library);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(
            new AFamily { GivenName = "Ena", Phone = AFamily.PhoneNumber(0) }, new AFamily { GivenName = "Andra", Phone = AFamily.PhoneNumber(1) });
        var before = new Dictionary<string, Recipient>();
        foreach (var name in new[] { "Ena", "Andra" })
        {
            before[reader.CodeOf(await library.HouseholdOfAsync(name))] = await library.HouseholdOfAsync(name);
        }

        var offers = await Task.WhenAll(before.Keys.Select(reader.TimesAsync));
        var wanted = offers[0].Intersect(offers[1]).First();
        var held = (await Task.WhenAll(before.Keys.Select(async code => (Code: code, Answer: await reader.PressAsync($"/s/{code}", ("slot", wanted)))))).ToList();

        var winner = Assert.Single(held, one => one.Answer.StatusCode == HttpStatusCode.SeeOther);
        var loser = Assert.Single(held, one => one.Answer.StatusCode == HttpStatusCode.Conflict);
        var next = AReader.TimesOn(await loser.Answer.Content.ReadAsStringAsync());
        Assert.NotEmpty(next);
        Assert.DoesNotContain(wanted, next);
        Assert.Equal(before[winner.Code].Invitations[0].Starts, (await library.HouseholdOfAsync(before[winner.Code].Person.GivenName!)).Invitations[0].Starts);

        var taken = await reader.PressAsync($"/s/{winner.Code}", ("answer", "take"), ("slot", wanted));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.NotEqual($"/s/{winner.Code}", taken.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await reader.LookAsync(taken.Headers.Location.OriginalString)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await reader.LookAsync($"/s/{winner.Code}")).StatusCode);
        var moved = (await library.HouseholdOfAsync(before[winner.Code].Person.GivenName!)).Invitations[0];
        Assert.Equal((wanted, Answer.Yes, 1, 1), (moved.Starts.ToString("yyyyMMdd'T'HHmm", null), moved.Answer, moved.Sequence, moved.Rebookings));
        var slots = await staff.SlotsAsync();
        Assert.Equal(2, slots.Count);
        Assert.Contains(slots, slot => slot.StartsWith(wanted, StringComparison.Ordinal));
        Assert.Equal(2, (await library.OccasionsAsync()).Count);

        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 5));
        var sms = Assert.Single(library.Sms);
        Assert.Equal(before[winner.Code].Person.Phone!.Value.E164, sms.To);
    }

    [Fact]
    public async Task T45_TheThirdRebooking_IsForStaff()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        for (var time = 0; time < 2; time++)
        {
            var code = reader.CodeOf(await library.HouseholdOfAsync("Malva"));
            var slot = (await reader.TimesAsync(code))[0];
            await reader.PressAsync($"/s/{code}", ("slot", slot));
            await reader.PressAsync($"/s/{code}", ("answer", "take"), ("slot", slot));
        }

        var before = (await library.HouseholdOfAsync("Malva")).Invitations[0];
        var last = reader.CodeOf(await library.HouseholdOfAsync("Malva"));
        Assert.Empty(await reader.TimesAsync(last));
        await reader.AnswerAsync($"/s/{last}", "other");

        var after = (await library.HouseholdOfAsync("Malva")).Invitations[0];
        Assert.Equal((2, Answer.AnotherTime, before.Starts), (after.Rebookings, after.Answer, after.Starts));
        Assert.Equal(SkipReason.RebookedOften, Assert.Single(await library.CallListAsync()).Reason);
    }

    [Fact]
    public async Task T47_WhoCollectsAtTheLibrary_GivesTheTimeBack_IsToldWhere_AndTheCodeStillWorksAfterTheVisitWouldHaveBeen()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(2) });
        var code = reader.CodeOf(await library.HouseholdOfAsync("Malva"));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 10, 0));

        await reader.AnswerAsync($"/s/{code}", "collect");

        var invitation = (await library.HouseholdOfAsync("Malva")).Invitations[0];
        Assert.Equal((Answer.Collect, "Provby bibliotek", false), (invitation.Answer, invitation.Place, invitation.IsTimed));
        Assert.Empty(await staff.SlotsAsync());
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 10, 5));
        Assert.Contains("Provby bibliotek", Assert.Single(library.Sms).Text, StringComparison.Ordinal);

        library.Machine.SetClock(Stockholm.MomentOf(invitation.Starts.PlusHours(2)));
        var page = await (await reader.LookAsync($"/s/{code}?lang=sv")).Content.ReadAsStringAsync();
        Assert.Contains("Ni hämtar på", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await reader.AnswerAsync($"/s/{code}", "yes")).StatusCode);
        Assert.Equal(Answer.Collect, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
    }

    [Fact]
    public async Task WhoSaysNo_GivesTheTimeBack_AndAYesTakesItBackUnlessSomebodyElseHasIt()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var code = reader.CodeOf(await library.HouseholdOfAsync("Malva"));
        var before = Assert.Single(await staff.SlotsAsync());

        await reader.AnswerAsync($"/s/{code}", "no");
        Assert.Empty(await staff.SlotsAsync());
        await reader.AnswerAsync($"/s/{code}", "yes");
        Assert.Equal(before, Assert.Single(await staff.SlotsAsync()));

        await reader.AnswerAsync($"/s/{code}", "no");
        var visit = Assert.Single(await library.OccasionsAsync());
        await new SlotTable(AnOccasion.In(library).Tables, TimeProvider.System).TakeAsync(ALibrary.Unit, visit.Starts, visit.Visitors, new OccasionId("0a1b2c"), CancellationToken.None);
        Assert.Equal(HttpStatusCode.Conflict, (await reader.AnswerAsync($"/s/{code}", "yes")).StatusCode);
        Assert.Equal(Answer.No, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
    }

    [Fact]
    public async Task T44_ATimeThatAMoveHasTaken_IsNotGivenUpByLookingAtAnother()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var code = reader.CodeOf(await library.HouseholdOfAsync("Malva"));
        var visit = Assert.Single(await library.OccasionsAsync());
        var (moved, looked) = ((await reader.TimesAsync(code))[0], (await reader.TimesAsync(code))[1]);

        // A move is under way, and the page does not know of it yet.
        var starts = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmm").Parse(moved).Value;
        const string pair = "Par 1"; // there are two, and one visit
        await new SlotTable(AnOccasion.In(library).Tables, TimeProvider.System).TakeAsync(ALibrary.Unit, starts, pair, visit.Id, CancellationToken.None);
        await reader.PressAsync($"/s/{code}", ("slot", looked));

        Assert.Contains($"{moved}~{pair}", await staff.SlotsAsync());
    }

    [Fact]
    public async Task T43_AnAnswerGivenToStaff_IsTheSameAnswer_AndItsNoteHoldsNoPersonalNumber()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var person = await library.HouseholdOfAsync("Malva");
        object Order(string answer, string note = "", string? occasion = null) =>
            new { person = person.Person.Id.Value, occasion = occasion ?? person.Invitations[0].Occasion.Value, answer, note, by = "personal-1" };
        async Task<HttpStatusCode> SayAsync(object order) => (await staff.PostAsync($"answers/{ALibrary.Unit}", order)).StatusCode;

        Assert.Equal(HttpStatusCode.BadRequest, await SayAsync(Order("yes", "mamman 19121212-1212 ringde")));
        Assert.Equal(HttpStatusCode.BadRequest, await SayAsync(Order("kanske")));
        Assert.Equal(HttpStatusCode.Conflict, await SayAsync(Order("vote")));
        Assert.Equal(HttpStatusCode.NotFound, await SayAsync(Order("yes", occasion: "0a1b2c")));
        Assert.Equal(Answer.None, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(Order("yes", "ringde själv")));
        Assert.Equal(Answer.Yes, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
    }

    [Fact]
    public async Task T50_T62_ALateAnswerChangesNothingAndIsSeen_AndANoHalfAnHourBeforeStandsOnTopOfStaffsList()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var family = await library.HouseholdOfAsync("Malva");
        var code = reader.CodeOf(family);

        library.Machine.SetClock(Stockholm.MomentOf(family.Invitations[0].Starts.PlusMinutes(-30)));
        await reader.AnswerAsync($"/s/{code}", "no");
        var listed = Assert.Single(await library.CallListAsync());
        Assert.Equal((SkipReason.DeclinedLate, true), (listed.Reason, listed.IsUrgent));

        library.Machine.SetClock(Stockholm.MomentOf(family.Invitations[0].Starts));
        Assert.Equal(HttpStatusCode.Gone, (await reader.AnswerAsync($"/s/{code}", "yes")).StatusCode);
        Assert.Equal(Answer.No, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
        var late = Assert.Single(await library.CallListAsync(), notice => notice.Reason == SkipReason.LateAnswer);
        Assert.Equal("Yes (Page)", late.Note);
    }

    [Fact]
    public async Task T94_WhoJoinsASeriesAtTheThirdMeeting_GetsFourReminders_AndMissingOneIsNotLeaving()
    {
        var first = new LocalDateTime(2025, 1, 20, 18, 0);
        await using var library = await ALibrary.OpensAsync(PlanningDay.PlusHours(4));
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(3), Born = new LocalDate(2020, 1, 1) });
        var laid = AnOccasion.In(library);
        var meetings = new List<Occasion>();
        for (var session = 1; session <= 6; session++)
        {
            meetings.Add(await laid.LaidAsync("bokcirkel", first.PlusDays(10 * (session - 1)), $"c{session}", one => one with
            {
                Series = new OccasionId("c1"),
                Session = session,
                Sessions = 6,
            }));
        }

        await laid.InviteAsync(await library.HouseholdOfAsync("Malva"), meetings[2], PlanningDay.PlusHours(4));
        await reader.AnswerAsync($"/s/{reader.CodeOf(await library.HouseholdOfAsync("Malva"))}", "yes");

        using var staff = new AStaffMember(library);
        var family = await library.HouseholdOfAsync("Malva");
        Assert.Equal([3, 4, 5, 6], family.Invitations.Select(one => one.Session).Order());
        Assert.Equal(4, (await staff.WorkOfAsync(family)).Count(row => row.EndsWith("~reminder", StringComparison.Ordinal)));

        await reader.AnswerAsync($"/s/{reader.CodeOf(family, family.Invitations.Single(one => one.Session == 5))}", "no");
        var answers = (await library.HouseholdOfAsync("Malva")).Invitations.OrderBy(one => one.Session).Select(one => one.Answer);
        Assert.Equal([Answer.Yes, Answer.Yes, Answer.No, Answer.Yes], answers);

        await reader.AnswerAsync($"/s/{reader.CodeOf(family, family.Invitations.Single(one => one.Session == 3))}", "no");
        Assert.All((await library.HouseholdOfAsync("Malva")).Invitations, one => Assert.Equal(Answer.No, one.Answer));
    }
}
