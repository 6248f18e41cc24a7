using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Families;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Families;

public sealed class FamilyTimelineTests
{
    private static readonly Dictionary<string, Programme> Programmes = new() { ["sprakstart-6"] = Some.Programme() };

    [Fact]
    public void Of_WhatWasSaidAndAnswered_IsNewestFirst_AndWhatIsUnderWayBeforeAll()
    {
        var invitation = Invitation() with { Changed = Some.PlannedAt + Duration.FromDays(3) };
        var recipient = Recipient(invitation) with
        {
            Notices = [Notice("invitation", Some.PlannedAt + Duration.FromDays(1)), Notice("reminder", recorded: null)],
        };
        var answers = new Dictionary<OccasionId, GivenAnswer> { [invitation.Occasion] = new(Some.PlannedAt + Duration.FromDays(2), AnswerChannel.Staff, "ringde") };

        var events = FamilyTimeline.Of(recipient, answers, Programmes);

        Assert.Collection(
            events,
            one => Assert.Equal("reminder", Assert.IsType<FamilyEvent.Said>(one).Notice.Key.Step),
            one => Assert.IsType<FamilyEvent.Changed>(one),
            one => Assert.Equal("ringde", Assert.IsType<FamilyEvent.Answered>(one).Given.Note),
            one => Assert.Equal("invitation", Assert.IsType<FamilyEvent.Said>(one).Notice.Key.Step),
            one => Assert.Equal(Some.PlannedAt, Assert.IsType<FamilyEvent.Invited>(one).At));
        Assert.All(events, one => Assert.Equal(Some.Programme().Name, one.Programme));
    }

    [Fact]
    public void Of_ANoticeWhoseInvitationIsGone_IsStillTold()
    {
        var recipient = Recipient() with { Notices = [Notice("invitation", Some.PlannedAt)] };

        var said = Assert.IsType<FamilyEvent.Said>(Assert.Single(FamilyTimeline.Of(recipient, new Dictionary<OccasionId, GivenAnswer>(), new Dictionary<string, Programme>())));

        Assert.Null(said.Invitation);
        Assert.Equal("sprakstart-6", said.Programme);
    }

    // To collect is an answer, not a change of somebody else's.
    [Fact]
    public void Of_AnAnswerThatChangesTheInvitation_IsToldOnce()
    {
        var at = Some.PlannedAt + Duration.FromDays(2);
        var invitation = Invitation() with { Answer = Answer.Collect, Changed = at };

        var events = FamilyTimeline.Of(
            Recipient(invitation), new Dictionary<OccasionId, GivenAnswer> { [invitation.Occasion] = new(at, AnswerChannel.Page, null) }, Programmes);

        Assert.Equal(2, events.Length);
        Assert.DoesNotContain(events, one => one is FamilyEvent.Changed);
    }

    private static Invitation Invitation() => new(
        new OccasionId("0a"), "sprakstart-6", Some.VisitTime, 45, [], AtThisHome: true, Sequence: 0, Some.PlannedAt, Answer.Yes);

    private static Recipient Recipient(params Invitation[] invitations) => new(Some.Guardian(), [], [], [.. invitations], [], "1");

    private static Notice Notice(string step, Instant? recorded) => new(
        new NoticeKey("sprakstart-6", "0a", 0, step, Channel.Letter), NoticeState.Posted, Channel.Letter, "sv", "1", "", null, null, null, recorded);
}
