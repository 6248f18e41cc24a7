using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>What is done about a letter that the post has brought back: one new letter, if another address comes to be known in time.</summary>
internal static class ReturnedLetter
{
    public static Decision Decide(
        Notice returned, Recipient recipient, Programme programme, Step step, Invitation invitation, UnitRules rules, Instant now)
    {
        if (Stockholm.MomentOf(invitation.Closes) is var closes
            && (now >= closes || invitation.IsDisputed || Wanted.Not(step, invitation.Answer, Wanted.SilenceMeansYes(programme, rules)) is not null))
        {
            return new Decision.Settled(); // nothing is worth saying any more
        }

        // Two addresses that are both wrong are for a person to look into; so is one that no import mends in time.
        if (returned.Returns > 1 || now > (returned.RecordedAt ?? now) + step.ValidFor || LetterRunTime.Next(now, rules).ClosesAt >= closes)
        {
            return new Decision.List(returned.Key, SkipReason.ReturnedLetter);
        }

        var mustWait = Freshness.IsStale(recipient.Person, rules, now) || !Reach.Can(recipient.Person, Channel.Letter)
            || (step.IsTouch && Touches.IsCapped(recipient, rules, now));
        return mustWait ? DueDecision.NextMorning(now) : DueDecision.WhenAllowed(returned.Key, step, rules, now);
    }
}
