using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>What is done about a letter that the post has brought back: one new letter, if another address comes to be known in time.</summary>
internal static class ReturnedLetter
{
    private static readonly LocalTime NextLook = new(9, 0);

    public static Decision Decide(Notice returned, Person person, Step step, Invitation invitation, UnitRules rules, Instant now)
    {
        var local = Stockholm.LocalOf(now);
        if (now >= Stockholm.MomentOf(invitation.Closes) || invitation.Answer == Answer.No)
        {
            return new Decision.Settled(); // nothing is worth saying any more
        }

        // Two addresses that are both wrong are for a person to look into; so is one that no import mends in time.
        if (returned.Returns > 1 || now > (returned.RecordedAt ?? now) + step.ValidFor)
        {
            return new Decision.List(returned.Key, SkipReason.ReturnedLetter);
        }

        if (Freshness.IsStale(person, rules, now) || !Reach.Can(person, Channel.Letter))
        {
            return new Decision.Wait(Stockholm.MomentOf(local.Date.PlusDays(1).At(NextLook)));
        }

        return SendingHours.Allow(Channel.Letter, local, rules)
            ? new Decision.Send(returned.Key)
            : new Decision.Wait(Stockholm.MomentOf(SendingHours.AtOrAfter(Channel.Letter, local, rules)));
    }
}
