using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;

namespace Notifieringar.Tests.Planning.Notices;

public sealed class NoticePlannerTests
{
    /// <summary>48 hours before the visit of <see cref="Some.VisitTime"/> is a Sunday, so Saturday at ten.</summary>
    private static readonly Instant Due = Instant.FromUtc(2027, 2, 27, 9, 0);

    private static readonly Invitation Yes = Some.Invitation() with { Answer = Answer.Yes };

    [Fact]
    public void Decide_DueNotice_IsSentOnTheFirstRung() => Assert.Equal(new Decision.Send(Key(Channel.Sms)), Decide(Due));

    [Fact]
    public void Decide_BeforeItIsDue_Waits() => Assert.Equal(new Decision.Wait(Due), Decide(Due - Duration.FromMinutes(1)));

    [Fact]
    public void Decide_NoPhone_IsSentByEmail() =>
        Assert.Equal(new Decision.Send(Key(Channel.Email)), Decide(Due, person: Some.Guardian() with { Phone = null }));

    [Fact]
    public void Decide_FixedLine_IsNotSentAnSms() =>
        Assert.Equal(new Decision.Send(Key(Channel.Email)), Decide(Due, person: Some.Guardian() with { Phone = new PhoneNumber("+46310000600") }));

    [Fact]
    public void Decide_NobodyCanReach_IsListed() =>
        Assert.Equal(
            new Decision.List(Key(Channel.Sms), SkipReason.NoWayToReach),
            Decide(Due, person: Some.Guardian() with { Phone = null, Email = null, Address = null }));

    [Fact]
    public void Decide_RefusedForGood_ClimbsOneRung() => // T85
        Assert.Equal(new Decision.Send(Key(Channel.Email)), Decide(Due, said: [(Channel.Sms, NoticeState.RefusedPermanent)]));

    [Fact]
    public void Decide_RefusedForGoodWhenTheLetterShouldHaveLeft_IsListed() =>
        Assert.Equal(
            new Decision.List(Key(Channel.Letter), SkipReason.TooLate),
            Decide(Due, said: [(Channel.Sms, NoticeState.RefusedPermanent), (Channel.Email, NoticeState.RefusedPermanent)]));

    [Fact]
    public void Decide_EveryRungRefused_IsListed() =>
        Assert.Equal(
            new Decision.List(Key(Channel.Letter), SkipReason.NoWayToReach),
            Decide(Due, said: [.. Enum.GetValues<Channel>().Select(channel => (channel, NoticeState.RefusedPermanent))]));

    [Fact]
    public void Decide_BouncedForGood_ClimbsOneRung() => // T85: the provider took it, and its receipt says no
        Assert.Equal(new Decision.Send(Key(Channel.Email)), Decide(Due, said: [(Channel.Sms, NoticeState.BouncedPermanent)]));

    [Fact]
    public void Decide_UnknownOutcome_WaitsForAReceiptAndThenIsListed()
    {
        Decision At(Duration later) => NoticePlanner.Decide(
            Some.Household() with { Notices = [Some.Notice(Key(Channel.Email), NoticeState.Unknown) with { RecordedAt = Due }] },
            Yes,
            Some.Programme(),
            Some.Reminder(),
            Some.Rules(),
            Due + later);

        Assert.Equal(new Decision.Wait(Due + Duration.FromHours(2)), At(Duration.FromMinutes(1)));
        Assert.Equal(new Decision.List(Key(Channel.Email), SkipReason.UnknownOutcome), At(Duration.FromHours(2)));
    }

    [Fact]
    public void Decide_ClosedChannel_IsNotUsed() =>
        Assert.Equal(new Decision.Send(Key(Channel.Email)), Decide(Due, person: Some.Guardian() with { Closed = ClosedChannels.Sms }));

    [Theory]
    [InlineData(NoticeState.RefusedTemporary)]
    [InlineData(NoticeState.Released)]
    [InlineData(NoticeState.Unknown)]
    public void Decide_SilencedAfterItWasBegun_SkipsWhatWasBegun(NoticeState begun) =>
        Assert.Equal(
            new Decision.Skip(Key(Channel.Email), SkipReason.Deceased),
            Decide(Due, person: Some.Guardian() with { Phone = null, Silences = Silences.Deceased }, said: [(Channel.Email, begun)]));

    [Theory]
    [InlineData(NoticeState.RefusedTemporary)]
    [InlineData(NoticeState.Released)]
    public void Decide_ChannelClosedAfterItWasBegun_GivesThatOneUp(NoticeState begun) =>
        Assert.Equal(
            new Decision.GiveUp(Key(Channel.Sms)),
            Decide(Due, person: Some.Guardian() with { Closed = ClosedChannels.Sms }, said: [(Channel.Sms, begun)]));

    [Theory]
    [InlineData(NoticeState.RefusedTemporary)]
    [InlineData(NoticeState.Released)]
    public void Decide_NotSentYetAfterAll_IsTriedAgainOnTheSameRung(NoticeState state) =>
        Assert.Equal(new Decision.Send(Key(Channel.Sms)), Decide(Due, said: [(Channel.Sms, state)]));

    [Theory]
    [InlineData(NoticeState.Accepted)]
    [InlineData(NoticeState.RefusedTechnical)]
    [InlineData(NoticeState.Delivered)]
    [InlineData(NoticeState.BouncedTemporary)]
    [InlineData(NoticeState.Skipped)]
    [InlineData(NoticeState.OnList)]
    [InlineData(NoticeState.Composed)]
    [InlineData(NoticeState.Printed)]
    public void Decide_SaidOrFinallyNot_IsSettled(NoticeState state) =>
        Assert.Equal(new Decision.Settled(), Decide(Due, said: [(Channel.Email, state)]));

    [Fact]
    public void Decide_Claimed_IsInFlight()
    {
        var decision = Assert.IsType<Decision.InFlight>(Decide(Due, said: [(Channel.Sms, NoticeState.Claimed)]));

        Assert.Equal(Key(Channel.Sms), decision.Notice.Key);
    }

    [Fact]
    public void Decide_VisitThatMoved_MayBeAnnouncedAgain()
    {
        var moved = Yes with { Sequence = 1 };

        Assert.Equal(
            new Decision.Send(Key(Channel.Sms) with { Sequence = 1 }), Decide(Due, moved, said: [(Channel.Sms, NoticeState.Accepted)]));
    }

    [Fact]
    public void Decide_SilencedHousehold_IsSkippedEvenBeforeItIsDue() =>
        Assert.Equal(
            new Decision.Skip(Key(Channel.Sms), SkipReason.Protected),
            Decide(Due - Duration.FromDays(3), person: Some.Guardian() with { Silences = Silences.Protected }));

    [Fact]
    public void Decide_Declined_IsSkipped() =>
        Assert.Equal(new Decision.Skip(Key(Channel.Sms), SkipReason.Declined), Decide(Due, Yes with { Answer = Answer.No }));

    [Fact]
    public void Decide_NoAnswerWhereFamiliesMustSayYes_IsSkipped() =>
        Assert.Equal(new Decision.Skip(Key(Channel.Sms), SkipReason.NotAnswered), Decide(Due, Some.Invitation()));

    [Fact]
    public void Decide_NoAnswerBeforeItIsDue_WaitsForOne() =>
        Assert.Equal(new Decision.Wait(Due), Decide(Due - Duration.FromHours(1), Some.Invitation()));

    [Fact]
    public void Decide_NoAnswerWhereWeComeUnlessNo_IsSent() =>
        Assert.Equal(new Decision.Send(Key(Channel.Sms)), Decide(Due, Some.Invitation(), Some.Rules() with { ComesUnlessNo = true }));

    [Fact]
    public void Decide_InvitationItself_NeedsNoAnswer()
    {
        var now = Instant.FromUtc(2027, 2, 1, 8, 0);
        var home = Some.Household() with { Person = Some.Guardian() with { DataAsOf = now } };

        var decision = NoticePlanner.Decide(home, Some.Invitation(), Some.Programme(), Some.Invited(), Some.Rules(), now);

        Assert.Equal(new Decision.Send(Key(Channel.Letter) with { Step = "invitation" }), decision);
    }

    [Fact]
    public void Decide_OldData_WaitsForAnImport() => // T24
        Assert.Equal(
            new Decision.Wait(Instant.FromUtc(2027, 2, 28, 8, 0)), // the next morning at nine
            Decide(Due, person: Some.Guardian() with { DataAsOf = Due - Duration.FromDays(7) - Duration.FromSeconds(1) }));

    [Fact]
    public void Decide_DataExactlyAsOldAsAllowed_IsSentOn() =>
        Assert.IsType<Decision.Send>(Decide(Due, person: Some.Guardian() with { DataAsOf = Due - Duration.FromDays(7) }));

    [Fact]
    public void Decide_OldDataUntilItIsTooLate_IsListed() =>
        Assert.Equal(
            new Decision.List(Key(Channel.Sms), SkipReason.TooLate),
            Decide(Due + Duration.FromHours(37), person: Some.Guardian() with { DataAsOf = Due - Duration.FromDays(30) }));

    [Fact]
    public void Decide_InQuietHours_WaitsForMorning() => // Saturday evening: not Sunday either
        Assert.Equal(new Decision.Wait(Instant.FromUtc(2027, 3, 1, 8, 0)), Decide(Instant.FromUtc(2027, 2, 27, 19, 0)));

    [Fact]
    public void Decide_PastItsTimeButBeforeTheVisit_IsListedForACall() =>
        Assert.Equal(new Decision.List(Key(Channel.Sms), SkipReason.TooLate), Decide(Due + Duration.FromHours(36) + Duration.FromSeconds(1)));

    [Fact]
    public void Decide_VisitHasStarted_IsSkipped() =>
        Assert.Equal(new Decision.Skip(Key(Channel.Sms), SkipReason.TooLate), Decide(Instant.FromUtc(2027, 3, 2, 9, 0)));

    [Fact]
    public void Decide_ThanksLongAfter_IsSkipped()
    {
        var home = Some.Household() with { Person = Some.Guardian() with { DataAsOf = Instant.FromUtc(2027, 3, 10, 0, 0) } };
        Decision At(Instant now) => NoticePlanner.Decide(home, Yes, Some.Programme(), Some.Thanks(), Some.Rules(), now);

        Assert.IsType<Decision.Send>(At(Instant.FromUtc(2027, 3, 10, 9, 0)));
        Assert.Equal(
            new Decision.Skip(Key(Channel.Sms) with { Step = "thank-you" }, SkipReason.TooLate), At(Instant.FromUtc(2027, 3, 10, 9, 1)));
    }

    [Theory]
    [InlineData(Channel.Sms, SkipReason.TooLate)]
    [InlineData(Channel.Phone, SkipReason.TooLate)]
    public void Decide_AfterTheVisit_IsSkippedAndStaffPhonesNobody(Channel channel, SkipReason expected)
    {
        var step = Some.Reminder() with { Ladder = [new Rung(channel, 0)] };
        var home = Some.Household() with { Person = Some.Guardian() with { Phone = null } };

        var decision = NoticePlanner.Decide(home, Yes, Some.Programme(), step, Some.Rules(), Instant.FromUtc(2027, 3, 2, 10, 0));

        Assert.Equal(new Decision.Skip(Key(channel), expected), decision);
    }

    [Theory]
    [InlineData(NoticeState.RefusedTemporary)]
    [InlineData(NoticeState.Released)]
    public void Decide_PhoneThatCameWhenTheEmailWasBegun_GoesOnByEmail(NoticeState begun) =>
        Assert.Equal(new Decision.Send(Key(Channel.Email)), Decide(Due, said: [(Channel.Email, begun)]));

    [Fact]
    public void Decide_CalledOffStep_OfAVisitThatGoesOnAfterAll_IsSkipped()
    {
        var step = Some.Reminder() with { Anchor = StepAnchor.Cancelled, Offset = Period.Zero, Condition = StepCondition.Always };

        Assert.IsType<Decision.Skip>(NoticePlanner.Decide(Some.Household(), Yes, Some.Programme(), step, Some.Rules(), Due));
        Assert.IsType<Decision.Send>(
            NoticePlanner.Decide(Some.Household(), Yes with { Cancelled = true, Changed = Due }, Some.Programme(), step, Some.Rules(), Due));
    }

    [Fact]
    public void Decide_LetterWhoseRunIsAfterAClosure_IsListedInsteadOfPrintedWeeksLate()
    {
        var rules = Some.Rules() with { Closed = [new ClosedPeriod(new LocalDate(2027, 2, 2), new LocalDate(2027, 2, 19))] };
        var home = Some.Household() with { Person = Some.Guardian() with { DataAsOf = Instant.FromUtc(2027, 2, 1, 2, 0) } };
        Decision At(Instant now) => NoticePlanner.Decide(home, Some.Invitation(), Some.Programme(), Some.Invited(), rules, now);

        Assert.IsType<Decision.Send>(At(Instant.FromUtc(2027, 2, 1, 12, 59)));
        Assert.Equal(new Decision.List(Key(Channel.Letter) with { Step = "invitation" }, SkipReason.TooLate), At(Instant.FromUtc(2027, 2, 1, 13, 0)));
    }

    [Fact]
    public void Decide_LastDayReminder_IsNotSentWhenTheLastDayIsOver()
    {
        var invitation = Yes with { IsTimed = false, Ends = new LocalDateTime(2027, 3, 3, 23, 59) };
        var step = Some.Reminder() with { Anchor = StepAnchor.End, Offset = Period.Zero, At = new LocalTime(10, 0) };
        Decision At(Instant now) => NoticePlanner.Decide(Some.Household(), invitation, Some.Programme(), step, Some.Rules(), now);

        Assert.IsType<Decision.Send>(At(Instant.FromUtc(2027, 3, 3, 9, 0)));
        Assert.Equal(new Decision.Skip(Key(Channel.Sms), SkipReason.TooLate), At(Instant.FromUtc(2027, 3, 4, 9, 0)));
    }

    private static NoticeKey Key(Channel channel) => new("sprakstart-6", Yes.Occasion.Value, 0, "reminder", channel);

    private static Decision Decide(
        Instant now, Invitation? invitation = null, UnitRules? rules = null, Person? person = null, (Channel Channel, NoticeState State)[]? said = null)
    {
        var home = Some.Household() with
        {
            Person = person ?? Some.Guardian(),
            Notices = [.. (said ?? []).Select(one => Some.Notice(Key(one.Channel), one.State))],
        };
        return NoticePlanner.Decide(home, invitation ?? Yes, Some.Programme(), Some.Reminder(), rules ?? Some.Rules(), now);
    }
}
