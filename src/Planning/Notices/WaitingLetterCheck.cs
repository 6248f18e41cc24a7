using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>The check of a claimed letter when its run closes.</summary>
public static class WaitingLetterCheck
{
    /// <summary>Why a letter may not leave after all.</summary>
    /// <param name="recipient">The person as read now; null when erased.</param>
    /// <param name="invitation">The invitation it is about; null when gone.</param>
    /// <param name="step">The step it says.</param>
    /// <param name="sequence">The invitation's sequence when it was claimed.</param>
    /// <param name="runDate">The run it was claimed for.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Null when it may.</returns>
    public static SkipReason? StopReason(Recipient? recipient, Invitation? invitation, Step step, int sequence, LocalDate runDate, UnitRules rules, Instant now)
    {
        ArgumentNullException.ThrowIfNull(step);
        return (recipient, invitation) switch
        {
            (null, _) or (_, null) => SkipReason.TooLate,
            _ when NeverSend.Reason(recipient, invitation, step) is { } never => never,
            (_, { Answer: not Answer.None and var answer }) when Wanted.Not(step, answer, silenceMeansYes: true) is { } unwanted => unwanted,
            _ when invitation.Sequence != sequence => SkipReason.TooLate,
            _ when step.IsBeforeOccasion && Stockholm.MomentOf(invitation.Closes) <= now => SkipReason.TooLate,
            _ when WasHeldTooLong(invitation, step, runDate, rules, now) => SkipReason.TooLate,
            _ when Freshness.IsStale(recipient.Person, rules, now) => SkipReason.StaleData,
            _ when !Reach.Can(recipient.Person, Channel.Letter) => SkipReason.NoWayToReach,
            _ => null,
        };
    }

    // What goes with its run is in time: that was seen to when it was claimed. A stop or a pause can hold the run for longer than the letter means anything.
    private static bool WasHeldTooLong(Invitation invitation, Step step, LocalDate runDate, UnitRules rules, Instant now) =>
        Stockholm.LocalOf(now).Date > runDate
        && step.Ladder.FirstOrDefault(rung => rung.Channel == Channel.Letter) is { } rung
        && now > DueTimes.Of(step, rung, invitation, rules) + step.ValidFor;
}
