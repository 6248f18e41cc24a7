using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Tests.Planning.Visits;

public sealed class VisitCalendarTests
{
    private static readonly Dictionary<string, Programme> Programmes = new() { ["sprakstart-6"] = Some.Programme() };

    [Theory]
    [InlineData(Answer.Yes, false, VisitStanding.Welcome)]
    [InlineData(Answer.None, true, VisitStanding.Silent)]
    [InlineData(Answer.None, false, VisitStanding.Unanswered)]
    [InlineData(Answer.AnotherTime, true, VisitStanding.Unsettled)]
    public void Of_AVisit_SaysHowSureItIs(Answer answer, bool comesUnlessNo, VisitStanding standing)
    {
        var visit = Assert.Single(Of(Home(answer), Visit(), comesUnlessNo));

        Assert.Equal(standing, visit.Standing);
        Assert.Equal(standing is VisitStanding.Welcome or VisitStanding.Silent, visit.IsSure);
    }

    [Fact]
    public void Of_GuardiansWhoDiffer_IsUnsettled()
    {
        var home = Home(Answer.Yes);

        Assert.Equal(VisitStanding.Unsettled, Assert.Single(Of(home with { Invitations = [home.Invitations[0] with { IsDisputed = true }] }, Visit())).Standing);
    }

    [Theory]
    [InlineData(Silences.Protected)]
    [InlineData(Silences.OptedOut)]
    public void Of_ASilencedHome_IsNotThere(Silences silences)
    {
        var home = Home(Answer.Yes);

        Assert.Empty(Of(home with { Person = home.Person with { Silences = silences } }, Visit()));
    }

    [Fact]
    public void Of_AVisitThatIsOff_IsNotThere() => Assert.Empty(Of(Home(Answer.Yes), Visit() with { CancelledBy = "change-1" }));

    [Fact]
    public void Of_AVisitWithoutInvitation_IsNotThere() => Assert.Empty(Of(Home(Answer.Yes) with { Invitations = [] }, Visit()));

    private static ImmutableArray<CalendarVisit> Of(Recipient home, Occasion visit, bool comesUnlessNo = false) => VisitCalendar.Of(
        [visit], new Dictionary<PersonId, Recipient> { [home.Person.Id] = home }, Programmes, Some.Rules() with { ComesUnlessNo = comesUnlessNo });

    private static Occasion Visit() => new(new OccasionId("0a"), Some.Unit, "sprakstart-6", Some.VisitTime, 45, "A", Some.Guardian().Id, [Some.Guardian().Id]);

    private static Recipient Home(Answer answer) => new(
        Some.Guardian(), [], [], [new Invitation(new OccasionId("0a"), "sprakstart-6", Some.VisitTime, 45, [], AtThisHome: true, Sequence: 0, Some.PlannedAt, answer)], [], "1");
}
