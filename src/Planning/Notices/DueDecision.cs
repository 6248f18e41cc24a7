using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>What is decided about a notice that is due, wanted and can reach its person: now, later, or too late.</summary>
internal static class DueDecision
{
    private static readonly LocalTime NextTry = new(9, 0);

    /// <summary>Tells whether there is nothing left to say it for: what it was said before has begun, or its time has passed and nothing is ahead.</summary>
    public static bool IsOver(Instant due, Step step, Invitation invitation, Instant now) => IsBefore(due, step, invitation)
        ? now >= Stockholm.MomentOf(invitation.Closes)
        : now > due + step.ValidFor;

    public static Decision Of(Recipient recipient, NoticeKey key, Instant due, Step step, Invitation invitation, UnitRules rules, Instant now)
    {
        if (now > due + step.ValidFor || (key.Channel == Channel.Letter && LeavesTooLate(due, step, invitation, rules, now)))
        {
            // Before the visit a phone call can still reach the family; without a time to come nothing is lost.
            return invitation.IsTimed && IsBefore(due, step, invitation)
                ? new Decision.List(key, SkipReason.TooLate)
                : new Decision.Skip(key, SkipReason.TooLate);
        }

        if (Freshness.IsStale(recipient.Person, rules, now) || (step.IsTouch && Touches.IsCapped(recipient, rules, now)))
        {
            return NextMorning(now);
        }

        return WhenAllowed(key, step, rules, now);
    }

    public static Decision WhenAllowed(NoticeKey key, Step step, UnitRules rules, Instant now)
    {
        var local = Stockholm.LocalOf(now);
        return SendingHours.Allow(key.Channel, local, rules, step.IsUrgent)
            ? new Decision.Send(key)
            : new Decision.Wait(Stockholm.MomentOf(SendingHours.AtOrAfter(key.Channel, local, rules, step.IsUrgent)));
    }

    public static Decision.Wait NextMorning(Instant now) => new(Stockholm.MomentOf(Stockholm.LocalOf(now).Date.PlusDays(1).At(NextTry)));

    // What DueTimes moved to the last allowed time before the occasion is before it too, whatever its offset.
    private static bool IsBefore(Instant due, Step step, Invitation invitation) => step.IsBeforeOccasion
        || (step.Anchor is StepAnchor.Start or StepAnchor.End && due < Stockholm.MomentOf(invitation.Closes));

    // A letter leaves with its run: after a closure that may be weeks. The first run after its time is always in time, if the occasion is.
    private static bool LeavesTooLate(Instant due, Step step, Invitation invitation, UnitRules rules, Instant now)
    {
        var leaves = LetterRunTime.Next(now, rules).ClosesAt;
        return IsBefore(due, step, invitation) && leaves >= Stockholm.MomentOf(invitation.Closes)
            || (leaves > due + step.ValidFor && leaves > LetterRunTime.Next(due, rules).ClosesAt);
    }
}
