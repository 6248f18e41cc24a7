using Notifieringar.Model;
using Notifieringar.Planning.Reports;

namespace Notifieringar.Tests.Planning.Reports;

public sealed class VisitFunnelTests
{
    private static int _last;

    [Fact]
    public void T121_TheFunnel_CountsVisits_AndAcceptanceIsYesAndCollectedOfTheReached()
    {
        var (twoHomes, visited) = (Visit(Answer.Yes), new HashSet<OccasionId>());
        var otherGuardian = twoHomes with { Invitations = [twoHomes.Invitations[0] with { Answer = Answer.None }] };
        List<Recipient> people =
        [
            twoHomes, otherGuardian, // one visit
            .. Many(19, Answer.Yes), .. Many(10, Answer.Collect), .. Many(5, Answer.No), .. Many(5, Answer.None),
            .. Many(6, Answer.None).Select(home => home with { Notices = [] }),
        ];
        visited.UnionWith(people.Take(20).Select(home => home.Invitations[0].Occasion));

        var funnel = VisitFunnel.Of(people, "sprakstart-6", visited);
        var shown = ShownFunnel.Of(funnel);

        Assert.Equal(new VisitFunnel(Invited: 46, Reached: 40, Yes: 20, Visited: 19, Collected: 10, Declined: 5, NoContact: 6), funnel);
        Assert.Equal(0.75, shown.Acceptance);
        Assert.Equal(19 / 46.0, shown.VisitedShare);
    }

    [Theory]
    [InlineData(Silences.Protected)]
    [InlineData(Silences.Deceased)]
    public void T121_ProtectedAndDeceased_AreInNoNumber_AlsoWhenOnlyTheOtherGuardianIs(Silences silence)
    {
        var home = Visit(Answer.Yes);
        var other = home with { Person = home.Person with { Id = new PersonId("other"), Silences = silence } };

        Assert.Equal(new VisitFunnel(0, 0, 0, 0, 0, 0, 0), VisitFunnel.Of([home, other], "sprakstart-6", new HashSet<OccasionId>()));
        Assert.Equal(1, VisitFunnel.Of([home], "sprakstart-6", new HashSet<OccasionId>()).Invited);
    }

    [Fact]
    public void T121_GuardiansWhoAnswerDifferently_HaveNotAnswered()
    {
        var home = Visit(Answer.Yes);
        var other = home with { Invitations = [home.Invitations[0] with { Answer = Answer.No }] };

        var funnel = VisitFunnel.Of([home, other], "sprakstart-6", new HashSet<OccasionId>());

        Assert.Equal((1, 0, 0), (funnel.Reached, funnel.Yes, funnel.Declined));
    }

    [Theory]
    [InlineData(20, 0, 20, 0)]
    [InlineData(18, 2, null, null)] // the sum would tell the two
    [InlineData(3, 4, null, null)]
    [InlineData(5, 5, 5, 5)]
    public void T120_NumbersBelowFive_AreHidden_AndWhatTheyCouldBeCountedBackFrom(int first, int second, int? shownFirst, int? shownSecond) =>
        Assert.Equal([shownFirst, shownSecond], SmallNumbers.Shown(first, second));

    [Fact]
    public void T120_OfSeveralParts_OneSmallHidesTheNextSmallest() =>
        Assert.Equal([50, null, null, 0], SmallNumbers.Shown(50, 7, 2, 0));

    [Fact]
    public void T120_AMunicipalityOfFour_ShowsNothing() =>
        Assert.Equal(new ShownFunnel(null, null, null, null, null, null, null), ShownFunnel.Of(new VisitFunnel(4, 4, 4, 4, 0, 0, 0)));

    private static List<Recipient> Many(int count, Answer answer) => [.. Enumerable.Range(0, count).Select(_ => Visit(answer))];

    // A home with a letter that was posted.
    private static Recipient Visit(Answer answer)
    {
        var occasion = new OccasionId($"o{++_last}");
        var key = new NoticeKey("sprakstart-6", occasion.Value, 0, "invitation", Channel.Letter);
        return Some.Household() with
        {
            Person = Some.Guardian() with { Id = new PersonId($"p{_last}") },
            Invitations = [Some.Invitation() with { Occasion = occasion, Answer = answer }],
            Notices = [Some.Notice(key, NoticeState.Posted)],
        };
    }
}
