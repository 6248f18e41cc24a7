using System.Collections.Frozen;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Tests.Planning.Visits;

public sealed class DayListTests
{
    private static readonly LocalDate Day = Some.VisitTime.Date;
    private static readonly Dictionary<string, Programme> Programmes = new() { [Some.Programme().Id] = Some.Programme() };

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void IsOpen_FromTheDayItselfToAWeekAhead(int daysAhead, bool expected) => Assert.Equal(expected, DayList.IsOpen(Day.PlusDays(daysAhead), Day));

    [Fact]
    public void Of_AFamilyThatHasSaidYes_IsOnTheListWithAgesInMonths()
    {
        var visit = Assert.Single(List(Home(Answer.Yes)));

        Assert.Equal((Some.VisitTime, "A", "Åsa Ek", 6, true), (visit.Starts, visit.Visitors, visit.Name, visit.ChildMonths[0], visit.HasSaidYes));
    }

    [Theory]
    [InlineData(Answer.None, false, false)]
    [InlineData(Answer.None, true, true)]
    [InlineData(Answer.No, true, false)]
    [InlineData(Answer.Collect, true, false)]
    [InlineData(Answer.AnotherTime, true, false)]
    public void Of_AnAnswer_DecidesWhetherAnybodyGoes(Answer answer, bool comesUnlessNo, bool isVisited) =>
        Assert.Equal(isVisited, !List(Home(answer), Some.Rules() with { ComesUnlessNo = comesUnlessNo }).IsEmpty);

    [Theory]
    [InlineData(Silences.Protected)]
    [InlineData(Silences.Deceased)]
    [InlineData(Silences.OptedOut)]
    [InlineData(Silences.Moved)]
    public void T68_WhoIsSilenced_IsNotOnThePrintedList(Silences silence)
    {
        var home = Home(Answer.Yes);

        Assert.Empty(List(home with { Person = home.Person with { Silences = silence } }));
    }

    [Fact]
    public void Of_GuardiansWhoDisagree_AreNotVisitedUntilTheyAgree() => Assert.Empty(List(Home(Answer.Yes, one => one with { IsDisputed = true })));

    [Fact]
    public void Of_AVisitCalledOff_IsNotOnTheList() => Assert.Empty(List(Home(Answer.Yes, one => one with { Cancelled = true })));

    private static Recipient Home(Answer answer, Func<Invitation, Invitation>? with = null)
    {
        var invitation = Some.Invitation() with { Answer = answer };
        return Some.Household() with { Invitations = [with?.Invoke(invitation) ?? invitation] };
    }

    private static System.Collections.Immutable.ImmutableArray<DayVisit> List(Recipient home, UnitRules? rules = null)
    {
        var invitation = home.Invitations[0];
        var visit = new Occasion(invitation.Occasion, Some.Unit, invitation.Programme, invitation.Starts, 45, "A", home.Person.Id, [home.Person.Id]);
        var people = new Dictionary<PersonId, Recipient> { [home.Person.Id] = home };
        return DayList.Of(Day, [visit, visit with { Id = new OccasionId("ff"), Starts = visit.Starts.PlusDays(1) }], people, Programmes, FrozenDictionary<PersonId, HomeMarks>.Empty, FrozenSet<OccasionId>.Empty, rules ?? Some.Rules());
    }
}
