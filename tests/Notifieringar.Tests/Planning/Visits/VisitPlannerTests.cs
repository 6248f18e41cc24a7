using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using static Notifieringar.Tests.Planning.Visits.SomePlanning;

namespace Notifieringar.Tests.Planning.Visits;

/// <summary>Both home visits (domain.md, T02–T08, T46, T81, T82).</summary>
public sealed class VisitPlannerTests
{
    [Fact]
    public void T02_BornOnTheLastOfAugust_TheSecondVisitFallsInTheClosedMonth_AndIsInTheFirstOpenWeekOfAugust()
    {
        var rules = Some.Rules() with { Closed = [new ClosedPeriod(Day("2025-07-01"), Day("2025-08-03"))] };

        var visit = Assert.Single(Plan("2025-06-30", rules, Home("a", Some.Child("Alma", Day("2024-08-31")))).Visits);

        Assert.Empty(Plan("2025-06-29", rules, Home("a", Some.Child("Alma", Day("2024-08-31")))).Visits); // not before the last day a letter can leave
        Assert.Equal("sprakstart-11", visit.Programme.Id);
        Assert.InRange(visit.Occasion.Starts.Date, Day("2025-08-04"), Day("2025-08-08"));
    }

    [Theory]
    [InlineData("2025-03-21", "sprakstart-6", "2025-04-04")] // six months and twenty days: the first day that leaves time for the letter
    [InlineData("2025-06-01", null, null)] // nine months: the second visit, and not yet
    [InlineData("2025-07-04", "sprakstart-11", "2025-07-25")]
    public void T03_ImportedLate_GetsTheFirstPossibleSlot_OrTheSecondVisitOnly(string imported, string? programme, string? day)
    {
        var rules = Some.Rules() with { Closed = [] };

        var visit = Plan(imported, rules, Home("a", Some.Child("Alma", Day("2024-09-01")))).Visits.SingleOrDefault();

        Assert.Equal(programme, visit?.Programme.Id);
        Assert.Equal(day is null ? null : Day(day), visit?.Occasion.Starts.Date);
    }

    [Fact]
    public void T04_FirstChildrenOnly_LeavesAYoungerSiblingOut_ButNeitherTwinsNorTheSiblingOfOneWhoDied()
    {
        var firstOnly = Some.Programme() with { Audience = Some.Programme().Audience with { FirstChildOnly = true } };
        string[] Planned(params Child[] children) =>
            [.. VisitCandidates.Of(Home("a", children), [firstOnly], Some.Rules(), Day("2025-02-01")).Due.SelectMany(visit => visit.Children).Select(child => child.FirstName)];
        var (alma, bo, older) = (Some.Child("Alma", Day("2024-09-01")), Some.Child("Bo", Day("2024-09-02")), Some.Child("Cia", Day("2021-05-01")));

        Assert.Equal(["Alma", "Bo"], Planned(alma, bo));
        Assert.Empty(Planned(alma, older));
        Assert.Empty(Planned(alma, older with { LivesHere = false }));
        Assert.Equal(["Alma"], Planned(alma, older with { Deceased = true }));
    }

    [Theory]
    [InlineData("99810", true)]
    [InlineData("99820", true)]
    [InlineData("99830", false)]
    [InlineData(null, true)] // nobody knows, so that staff hears of it
    public void T04_Areas_AreTheFirstDigitsOfPostalCodes(string? code, bool expected)
    {
        var home = Home("a", Some.Child("Alma", Day("2024-09-01")));
        var address = code is null ? null : new PostalAddress(null, "Björkstigen 1", code, "Åsinge", null);

        var plan = Plan("2025-02-01", Some.Rules() with { VisitAreas = ["9981", "99820"] }, home with { Person = home.Person with { Address = address } });

        Assert.Equal(expected, plan.Visits.Length == 1);
        Assert.Single(Plan("2025-02-01", Some.Rules(), home).Visits); // no areas is everywhere
    }

    [Fact]
    public void T05_TwinsOverMidnight_AreOneVisitFromTheFirstNight_AndOneImportedLaterIsForStaffToMerge()
    {
        var (alma, bo) = (Some.Child("Alma", Day("2024-09-01")), Some.Child("Bo", Day("2024-09-02")));
        var visit = Assert.Single(Plan("2025-02-01", Home("a", alma, bo)).Visits); // the younger alone would be due a day later
        var alone = Home("a", alma);

        var later = Plan("2025-02-10", After(Plan("2025-02-01", alone), alone) with { Children = [alma, bo] });

        Assert.Equal([alma.Id, bo.Id], Assert.Single(visit.Guests).Invitation.Children);
        Assert.Empty(later.Visits);
        Assert.Equal(["Alma", "Bo"], Assert.Single(later.ToMerge).Children.Select(child => child.FirstName));
    }

    [Fact]
    public void T06_SiblingsWhoseVisitsAreNear_GetOneJointVisit_TheOlderLeads_AndTheYoungersSecondVisitStillComes()
    {
        var rules = Some.Rules() with { Closed = [] };
        var older = Some.Child("Alma", Day("2024-04-01")); // eleven months on 1 March 2025
        var younger = Some.Child("Bo", Day("2024-09-10")); // six months on 10 March
        var home = Home("a", older, younger);

        var first = Plan("2025-02-01", rules, home);
        var visit = Assert.Single(first.Visits);
        var after = After(first, home);

        Assert.Equal("sprakstart-11", visit.Programme.Id);
        Assert.Equal([older.Id, younger.Id], Assert.Single(visit.Guests).Invitation.Children);
        Assert.InRange(visit.Occasion.Starts.Date, Day("2025-03-03"), Day("2025-03-22"));
        Assert.Empty(Plan("2025-02-20", rules, after).Visits); // when the younger's own would have been due
        Assert.Equal([younger.Id], Assert.Single(Assert.Single(Plan("2025-07-20", rules, after).Visits).Guests).Invitation.Children);
    }

    [Fact]
    public void T06_SiblingsWhoseVisitsAreThreeWeeksApart_GetOneEach()
    {
        var home = Home("a", Some.Child("Alma", Day("2024-04-01")), Some.Child("Bo", Day("2024-09-22")));
        var first = Plan("2025-02-01", home);

        Assert.Equal("sprakstart-11", Assert.Single(first.Visits).Programme.Id);
        Assert.Equal("sprakstart-6", Assert.Single(Plan("2025-02-22", After(first, home)).Visits).Programme.Id);
    }

    [Fact]
    public void T07_TwoGuardiansAtTwoAddresses_AreInvitedEach_ToTheVisitAtTheChildsHome()
    {
        var (home, other) = TwoHomes();

        var visit = Assert.Single(Plan("2025-02-01", home, other).Visits);

        Assert.Equal([(home.Person.Id, true), (other.Person.Id, false)], visit.Guests.Select(guest => (guest.Recipient.Person.Id, guest.Invitation.AtThisHome)));
        Assert.Equal(home.Person.Id, visit.Occasion.Home);
    }

    [Theory]
    [InlineData(Silences.Protected, true)]
    [InlineData(Silences.CustodyLost, false)]
    [InlineData(Silences.OptedOut, false)]
    public void T08_OneGuardianIsProtected_TheWholeFamilyIsMetByHand_AnyOtherSilenceIsThatGuardiansOwn(Silences silence, bool byHand)
    {
        var (home, other) = TwoHomes();

        var plan = Plan("2025-02-01", home, other with { Person = other.Person with { Silences = silence } });

        Assert.Equal(byHand, plan.Silenced.Length == 1);
        Assert.Equal(byHand ? [] : [home.Person.Id], plan.Visits.SelectMany(visit => visit.Guests).Select(guest => guest.Recipient.Person.Id));
    }

    [Theory]
    [InlineData(true, Answer.No, Answer.None, 1)]
    [InlineData(false, Answer.No, Answer.None, 0)]
    [InlineData(false, Answer.None, Answer.No, 0)] // for both, if the other guardian says nothing else
    [InlineData(false, Answer.Yes, Answer.No, 1)]
    [InlineData(false, Answer.Collect, Answer.None, 1)]
    public void T46_AFamilyThatSaidNo_IsAskedAgainForTheSecondVisit_IfTheUnitWantsIt(bool asksAgain, Answer own, Answer others, int expected)
    {
        var (home, other) = TwoHomes();
        var first = Plan("2025-02-01", home, other);
        Recipient Said(Recipient guest, Answer answer) =>
            After(first, guest) is var after ? after with { Invitations = [after.Invitations[0] with { Answer = answer }] } : after;

        var second = Plan("2025-07-10", Some.Rules() with { AsksAgainAfterNo = asksAgain, Closed = [] }, Said(home, own), Said(other, others));

        Assert.Equal(expected, second.Visits.Length);
    }

    [Fact]
    public void T81_AHomeThatHasMovedAway_IsPlannedNothingMore()
    {
        var home = Home("a", Some.Child("Alma", Day("2024-09-01")));

        var plan = Plan("2025-02-01", home with { Person = home.Person with { Silences = Silences.Moved } });

        Assert.Empty(plan.Visits);
        Assert.Single(plan.Silenced);
    }

    [Fact]
    public void T82_AChildWhoMovesInAtEightMonths_GetsTheSecondVisitOnly()
    {
        var home = Home("a", Some.Child("Alma", Day("2024-09-01")));
        var rules = Some.Rules() with { Closed = [] };

        Assert.Empty(Plan("2025-05-01", rules, home).Visits);
        Assert.Equal("sprakstart-11", Assert.Single(Plan("2025-07-04", rules, home).Visits).Programme.Id);
    }

    [Fact]
    public void Plan_MoreHomesThanSlots_GivesThemToThoseWithTheFewestDaysLeft_AndCountsTheOthers()
    {
        var rules = Some.Rules() with { VisitDays = [IsoDayOfWeek.Tuesday], SlotTimes = [new LocalTime(9, 30)], Visitors = ["A"], Closed = [] };
        var homes = Enumerable.Range(0, 20).Select(index => Home($"{index:00}", Some.Child("Alma", Day("2024-09-01").PlusDays(-index)))).ToList();

        var plan = Plan("2025-02-01", rules, homes);

        Assert.Equal(plan.Visits.Select(visit => visit.Occasion.Starts).Distinct().Count(), plan.Visits.Length);
        Assert.Equal(20, plan.Visits.Length + plan.WithoutSlot.Length);
        Assert.NotEmpty(plan.WithoutSlot);
        Assert.Equal(plan.Visits.OrderBy(visit => visit.Occasion.Starts), plan.Visits);
        Assert.Equal(new PersonId("19"), plan.Visits[0].Occasion.Home);
    }

    [Fact]
    public void Plan_AgainAfterACrash_KeepsTheSlotThatWasTaken()
    {
        var home = Home("a", Some.Child("Alma", Day("2024-09-01")));
        var crashed = Assert.Single(Plan("2025-02-01", home).Visits).Occasion;
        var slot = (crashed.Starts.PlusDays(7), "B");

        var again = VisitPlanner.Plan(new VisitPlanning(
            Some.Rules(),
            [Some.Programme()],
            [home],
            new Dictionary<PersonId, Recipient>(),
            new Dictionary<(LocalDateTime, string), OccasionId> { [slot] = crashed.Id },
            Instant.FromUtc(2025, 2, 1, 3, 0)));

        Assert.Equal((crashed.Id, slot), (again.Visits[0].Occasion.Id, (again.Visits[0].Occasion.Starts, again.Visits[0].Occasion.Visitors)));
    }

    private static (Recipient Home, Recipient Other) TwoHomes()
    {
        var child = Some.Child("Alma", Day("2024-09-01"));
        return (
            Home("a", child) with { Links = [new PersonId("b")] },
            Home("b", child with { LivesHere = false }) with { Links = [new PersonId("a")] });
    }
}
