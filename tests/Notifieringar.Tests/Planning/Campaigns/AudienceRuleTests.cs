using Notifieringar.Model;
using Notifieringar.Planning.Campaigns;
using NodaTime;

namespace Notifieringar.Tests.Planning.Campaigns;

public sealed class AudienceRuleTests
{
    private static readonly LocalDate Day = new(2027, 3, 2);
    private static readonly Child Baby = Some.Child("Alma", new LocalDate(2026, 9, 2));
    private static readonly Child Older = Some.Child("Bo", new LocalDate(2020, 5, 1));

    [Theory]
    [InlineData("2026-09-02", true)] // six months today
    [InlineData("2026-09-03", false)]
    [InlineData("2026-03-03", true)]
    [InlineData("2026-03-02", false)] // twelve months today
    public void ChildrenOf_AgesInMonths_FromTheFirstToBelowTheSecond(string born, bool isMeant)
    {
        var child = Some.Child("Alma", NodaTime.Text.LocalDatePattern.Iso.Parse(born).Value);

        Assert.Equal(isMeant, Children(Some.Household(child), Babies()) is not null);
    }

    [Fact]
    public void ChildrenOf_TheDead_AndThoseWhoLiveElsewhere_DoNotCount()
    {
        Assert.Null(Children(Some.Household(Baby with { Deceased = true }), Babies()));
        Assert.Null(Children(Some.Household(Baby with { LivesHere = false }), Babies()));
    }

    [Fact]
    public void T04_FirstChildOnly_LeavesOutAYoungerSibling_AndTakesTwinsTogether()
    {
        var first = Babies() with { Audience = Babies().Audience with { FirstChildOnly = true } };
        var twin = Baby with { Id = new ChildId("c-twin"), FirstName = "Ebba" };

        Assert.Null(Children(Some.Household(Older, Baby), first));
        Assert.Equal([Baby.Id], Children(Some.Household(Older, Baby), Babies())!.Value);
        Assert.Equal(2, Children(Some.Household(Baby, twin), first)!.Value.Length);
    }

    [Fact]
    public void ChildrenOf_AnotherKindOfPerson_IsNotMeant()
    {
        var handler = Some.Household(Baby) with { Person = Some.Guardian() with { Kind = PersonKind.Professional } };

        Assert.Null(Children(handler, Babies()));
    }

    [Fact]
    public void ChildrenOf_MembersOnly_MeansTheProgrammesOwnGroup()
    {
        var members = Everyone() with { Audience = Everyone().Audience with { MembersOnly = true } };
        var member = Some.Household() with { Person = Some.Guardian() with { Groups = ["letterbox", members.Id] } };

        Assert.Null(Children(Some.Household(), members));
        Assert.Empty(Children(member, members)!.Value);
    }

    [Theory]
    [InlineData("99810", true)]
    [InlineData("998", true)]
    [InlineData("997", false)]
    public void T04_AnAreaIsTheBeginningOfAPostalCode(string area, bool isMeant) =>
        Assert.Equal(isMeant, Children(Some.Household(), Everyone(), CampaignAudience.Everyone with { PostalCodes = [area] }) is not null);

    [Fact]
    public void ChildrenOf_ByLanguageOrByName_NarrowsTheAudience()
    {
        Assert.Null(Children(Some.Household(), Everyone(), CampaignAudience.Everyone with { Languages = ["ar"] }));
        Assert.NotNull(Children(Some.Household(), Everyone(), CampaignAudience.Everyone with { Languages = ["ar", "sv"] }));
        Assert.Null(Children(Some.Household(), Everyone(), CampaignAudience.Everyone with { People = [new PersonId(new string('f', 32))] }));
        Assert.NotNull(Children(Some.Household(), Everyone(), CampaignAudience.Everyone with { People = [Some.Guardian().Id] }));
    }

    [Fact]
    public void T97_ASecondVisitToTheSameWard_IsRefused_UnlessTheFirstWasDeclinedOrCalledOff()
    {
        var once = Everyone() with { Occasion = new OccasionForm(OccasionKind.Stop, 60, OncePerRecipient: true) };
        var earlier = Some.Invitation() with { Programme = once.Id };
        bool HasHadIts(Invitation invitation) =>
            AudienceRule.HasHadItsTurn(Some.Household() with { Invitations = [invitation] }, once, new OccasionId("ffff"));

        Assert.True(HasHadIts(earlier));
        Assert.True(HasHadIts(earlier with { Answer = Answer.Yes }));
        Assert.False(HasHadIts(earlier with { Answer = Answer.No }));
        Assert.False(HasHadIts(earlier with { Cancelled = true }));
        Assert.False(AudienceRule.HasHadItsTurn(Some.Household() with { Invitations = [earlier] }, once, earlier.Occasion));
        Assert.False(AudienceRule.HasHadItsTurn(Some.Household() with { Invitations = [earlier] }, Everyone(), new OccasionId("ffff")));
    }

    private static System.Collections.Immutable.ImmutableArray<ChildId>? Children(Recipient who, Programme programme, CampaignAudience? narrowed = null) =>
        AudienceRule.ChildrenOf(who, programme, narrowed ?? CampaignAudience.Everyone, Day);

    private static Programme Everyone() => Some.Programme() with
    {
        Id = "sagostund",
        Occasion = new OccasionForm(OccasionKind.Meeting, 60),
        Audience = new Audience(PersonKind.Household, ChildAges: null, FirstChildOnly: false, MembersOnly: false, Visits: null),
    };

    private static Programme Babies() => Everyone() with { Audience = Everyone().Audience with { ChildAges = new AgeRange(6, 12) } };
}
