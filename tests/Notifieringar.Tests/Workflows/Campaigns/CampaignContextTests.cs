using Notifieringar.Model;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Tests.Workflows.Campaigns;

public sealed class CampaignContextTests
{
    private static readonly Invitation Invited = Some.Invitation();

    private static readonly CampaignContext Context = new(
        new Campaign(
            Some.Unit, Invited.Occasion, "sprakstart-6", "invitation", Some.VisitTime, CampaignAudience.Everyone, CampaignState.Running, "anna", "bertil", Some.PlannedAt, 1, ""),
        Some.Programme(),
        Some.Invited(),
        Some.Rules(),
        new Occasion(Invited.Occasion, Some.Unit, "sprakstart-6", Some.VisitTime, 45, "", null, []));

    [Fact]
    public void ToTell_OneWhoIsMeantAndNotInvited_IsTheInvitationToBeMade() =>
        Assert.Equal(Invited.Occasion, Context.ToTell(Some.Household())?.Occasion);

    [Theory]
    [InlineData(Silences.OptedOut)]
    [InlineData(Silences.Protected)]
    [InlineData(Silences.Deceased)]
    public void ToTell_OneWhoMustBeToldNothing_IsNothing(Silences silences) =>
        Assert.Null(Context.ToTell(Some.Household() with { Person = Some.Guardian() with { Silences = silences } }));

    [Theory]
    [InlineData(NoticeState.Accepted)]
    [InlineData(NoticeState.Claimed)]
    public void ToTell_OneWhoIsNotMeantAnyMore_AndWhomSomethingIsUnderWayTo_IsTheInvitation(NoticeState state)
    {
        var elsewhere = Context with { Campaign = Context.Campaign with { Audience = new CampaignAudience(["111"], [], []) } };

        Assert.Null(elsewhere.ToTell(Some.Household() with { Invitations = [Invited] }));
        Assert.Equal(Invited, elsewhere.ToTell(Tried(Channel.Sms, state, sequence: 0)));
    }

    // The chunk is tried again after a move: whoever has heard of the meeting hears that it is moved, and is not invited once more.
    [Theory]
    [InlineData(Channel.Sms, NoticeState.Accepted, false)]
    [InlineData(Channel.Sms, NoticeState.Delivered, false)]
    [InlineData(Channel.Sms, NoticeState.Unknown, false)]
    [InlineData(Channel.Letter, NoticeState.Claimed, false)]
    [InlineData(Channel.Letter, NoticeState.Skipped, false)]
    [InlineData(Channel.Sms, NoticeState.OnList, false)]
    [InlineData(Channel.Sms, NoticeState.Claimed, true)]
    [InlineData(Channel.Sms, NoticeState.Released, true)]
    [InlineData(Channel.Sms, NoticeState.RefusedTemporary, true)]
    [InlineData(Channel.Sms, NoticeState.RefusedPermanent, true)]
    public void ToTell_OfAnOccasionThatHasBeenMoved_IsTheInvitationOnlyForThoseWhoHaveNotHeardOfIt(Channel channel, NoticeState state, bool expected)
    {
        var moved = Tried(channel, state, sequence: 0) with { Invitations = [Invited with { Sequence = 1 }] };

        Assert.Equal(expected, Context.ToTell(moved) is { Sequence: 1 });
        Assert.Equal(Invited, Context.ToTell(Tried(channel, state, sequence: 0)));
    }

    private static Recipient Tried(Channel channel, NoticeState state, int sequence) => Some.Household() with
    {
        Invitations = [Invited],
        Notices = [Some.Notice(new NoticeKey("sprakstart-6", Invited.Occasion.Value, sequence, "invitation", channel), state)],
    };
}
