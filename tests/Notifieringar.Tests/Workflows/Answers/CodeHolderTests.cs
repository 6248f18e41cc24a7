using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Tests.Workflows.Answers;

public sealed class CodeHolderTests
{
    private static readonly AnswerCodes Codes = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
    private static readonly Instant Begins = Stockholm.MomentOf(Some.VisitTime);

    [Fact]
    public void Decide_InvitationAhead_IsFoundWithItsAnswerAndTheFamilysLanguage()
    {
        var invitation = Some.Invitation() with { Answer = Answer.Yes };

        var found = Assert.IsType<AnswerOutcome.Found>(Decide(Household(invitation), Begins - Duration.FromMinutes(1)));

        Assert.Equal((Answer.Yes, "sv", "Åsinge bibliotek"), (found.Invitation.Answer, found.Language, found.Rules.Name));
    }

    [Fact]
    public void Decide_VisitBegins_IsPast() => Assert.IsType<AnswerOutcome.Past>(Decide(Household(Some.Invitation()), Begins));

    [Fact]
    public void Decide_MovedSinceTheCodeWasPrinted_IsReplaced() =>
        Assert.IsType<AnswerOutcome.Replaced>(Decide(Household(Some.Invitation() with { Sequence = 1 }), Some.PlannedAt));

    [Fact]
    public void Decide_ErasedPersonOrNoInvitation_IsUnknown()
    {
        Assert.IsType<AnswerOutcome.Unknown>(Decide(null, Some.PlannedAt));
        Assert.IsType<AnswerOutcome.Unknown>(Decide(Some.Household(), Some.PlannedAt));
    }

    [Theory]
    [InlineData(Silences.Deceased)]
    [InlineData(Silences.Protected)]
    [InlineData(Silences.OptedOut)]
    [InlineData(Silences.Moved)]
    public void Decide_SilencedPerson_IsSilencedWhateverElseHolds(Silences silence)
    {
        var home = Household(Some.Invitation());
        var silenced = home with { Person = home.Person with { Silences = silence } };

        Assert.IsType<AnswerOutcome.Silenced>(Decide(silenced, Some.PlannedAt));
        Assert.IsType<AnswerOutcome.Silenced>(Decide(silenced, Begins + Duration.FromDays(1)));
    }

    [Fact]
    public void Decide_TheOnlyChildHasDied_IsSilenced()
    {
        var home = Household(Some.Invitation());

        Assert.IsType<AnswerOutcome.Silenced>(Decide(home with { Children = [Some.Child() with { Deceased = true }] }, Some.PlannedAt));
    }

    [Fact]
    public void Decide_ForwardingAddressOfProtected_IsSilenced()
    {
        var home = Household(Some.Invitation());
        var forwarded = new PostalAddress(null, "BOX 2820", "40320", "Göteborg", null);

        Assert.IsType<AnswerOutcome.Silenced>(Decide(home with { Person = home.Person with { Address = forwarded } }, Some.PlannedAt));
    }

    private static Recipient Household(Invitation invitation) => Some.Household() with { Invitations = [invitation] };

    private static AnswerOutcome Decide(Recipient? recipient, Instant now)
    {
        var occasion = Some.Invitation().Occasion;
        var printed = AnswerCodes.HashOf(Codes.CodeOf(Some.Guardian().Id, occasion, sequence: 0))!;
        return CodeHolder.Decide(recipient, occasion, Some.Rules(), printed, Codes, now);
    }
}
