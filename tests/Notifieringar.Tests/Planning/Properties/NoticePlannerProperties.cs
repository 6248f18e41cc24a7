using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;

namespace Notifieringar.Tests.Planning.Properties;

/// <summary>Promises 2 to 5 of the design on tens of thousands of generated cases. A failing seed is run again with <c>SomeCase.Of(seed)</c>.</summary>
public sealed class NoticePlannerProperties
{
    private const int Cases = 40_000;
    private const int LongestWaiting = 400;

    [Fact]
    public void Decide_Sends_OnlyToThoseWhoMayBeTold() => Sends((seed, one, send) => // promise 3
    {
        var (person, invitation) = (one.Recipient.Person, one.Invitation);
        Holds(person.Silences == Silences.None, seed, one);
        Holds(!(person.Address is { IsForwardingOfProtected: true }), seed, one);
        Holds(invitation.Children.IsEmpty || one.Recipient.Children.Any(child => !child.Deceased), seed, one);
        Holds(invitation.Cancelled == (one.Step.Anchor == StepAnchor.Cancelled), seed, one);
        Holds(!(invitation.IsDisputed), seed, one);
        Holds(Reach.Can(person, send.Key.Channel), seed, one);
        Holds(!(invitation.Answer == Answer.No && one.Step.Condition is not (StepCondition.Always or StepCondition.Declined)), seed, one);
        Holds(!(one.Programme.Discretion == Discretion.D3 && person.Kind == PersonKind.Household), seed, one); // promise 6
        Holds(person.Kind != PersonKind.Household || person.DataAsOf + Duration.FromDays(one.Rules.StaleAfterDays) >= one.Now, seed, one);
    });

    [Fact]
    public void Decide_Sends_OnlyWhatHasNotBeenSaid() => Sends((seed, one, send) => // promise 2
    {
        // What has been refused for good is followed by the next channel; what was let go or brought back is said again on the same.
        foreach (var said in one.Recipient.Notices.Where(said => said.Key with { Channel = send.Key.Channel } == send.Key))
        {
            var isSame = said.Key == send.Key;
            Holds(
                said.State is NoticeState.RefusedPermanent or NoticeState.BouncedPermanent
                    ? !isSame
                    : isSame && said.State is NoticeState.RefusedTemporary or NoticeState.Released or NoticeState.Returned,
                seed,
                one);
        }
    });

    [Fact]
    public void Decide_Sends_OnlyInTheRightHour() => Sends((seed, one, send) => // promise 4
    {
        var local = one.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Stockholm"]).LocalDateTime;
        var (isLetter, time) = (send.Key.Channel == Channel.Letter, local.TimeOfDay);
        if (isLetter)
        {
            Holds(local.DayOfWeek < IsoDayOfWeek.Saturday && !RedDays.IsFree(local.Date), seed, one);
            Holds(!one.Rules.Closed.Any(closed => closed.From <= local.Date && local.Date <= closed.To), seed, one);
        }
        else if (one.Step.IsUrgent)
        {
            Holds(time.Hour is >= 7 and < 20, seed, one);
        }
        else
        {
            Holds(time >= one.Rules.QuietTo && time < one.Rules.QuietFrom && !RedDays.IsFree(local.Date), seed, one);
        }

        var isReturned = one.Recipient.Notices.Any(said => said.Key == send.Key && said.State == NoticeState.Returned);
        var due = DueTimes.Of(one.Step, one.Step.Ladder.First(rung => rung.Channel == send.Key.Channel), one.Invitation, one.Rules);
        Holds(isReturned || (one.Now >= due && one.Now <= due + one.Step.ValidFor), seed, one);
        var closes = Stockholm.MomentOf(one.Invitation.Closes);
        var leaves = isLetter ? LetterRunTime.Next(one.Now, one.Rules).ClosesAt : one.Now;
        var isBefore = one.Step.IsBeforeOccasion || (one.Step.Anchor is StepAnchor.Start or StepAnchor.End && due < closes);
        Holds(!isBefore || leaves < closes, seed, one);
    });

    [Fact]
    public void Decide_Sends_NoMoreTouchesThanTheCapAndTheProgrammeAllow() => Sends((seed, one, send) =>
    {
        if (!one.Step.IsTouch)
        {
            return;
        }

        var from = one.Now - Duration.FromDays(one.Rules.CapDays);
        var reached = one.Recipient.Notices.Where(said => said.TouchedAt is not null && IsReached(said.State)).ToList();
        Holds(reached.Count(said => said.TouchedAt > from) < one.Rules.CapTouches, seed, one);
        var isReturned = one.Recipient.Notices.Any(said => said.Key == send.Key && said.State == NoticeState.Returned);
        Holds(
            isReturned || one.Invitation.Answer != Answer.None || !(reached.Count(said => said.Key.Occasion == send.Key.Occasion) >= one.Programme.Touches),
            seed,
            one);
    });

    [Fact]
    public void Decide_Waits_AreAlwaysAheadAndEndInAFinalDecision()
    {
        var waits = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var one = SomeCase.Of(seed);
            var looks = 0;
            while (one.Decide() is Decision.Wait wait)
            {
                Holds(wait.Until > one.Now, seed, one);
                Holds(++looks < LongestWaiting, seed, one);
                one = one with { Now = wait.Until };
                waits++;
            }
        }

        Assert.True(waits > Cases / 4, $"{waits} waits are too few to say anything.");
    }

    private static bool IsReached(NoticeState state) => state is NoticeState.Claimed or NoticeState.Accepted or NoticeState.Delivered
        or NoticeState.Composed or NoticeState.Printed or NoticeState.Posted or NoticeState.Unknown or NoticeState.BouncedTemporary;

    // Each case is followed to its end, so that what has waited is looked at too.
    private static void Sends(Action<int, SomeCase, Decision.Send> check)
    {
        var sends = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var one = SomeCase.Of(seed);
            for (var looks = 0; looks < LongestWaiting; looks++)
            {
                switch (one.Decide())
                {
                    case Decision.Wait wait:
                        one = one with { Now = wait.Until };
                        continue;
                    case Decision.Send send:
                        check(seed, one, send);
                        sends++;
                        break;
                    default:
                        break;
                }

                break;
            }
        }

        Assert.True(sends > Cases / 20, $"{sends} sends of {Cases} cases are too few to say anything.");
    }

    // The text is made only when it is needed.
    private static void Holds(bool condition, int seed, SomeCase one)
    {
        if (!condition)
        {
            Assert.Fail($"Seed {seed}: {one.Programme.Id}/{one.Step.Id} at {Stockholm.LocalOf(one.Now)}, starts {one.Invitation.Starts}, planned {one.Invitation.Planned}.");
        }
    }
}
