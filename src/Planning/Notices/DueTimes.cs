using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>When a step of a programme is said to an invited person, by channel.</summary>
public static class DueTimes
{
    /// <summary>The moment a step is due on one rung of its ladder.</summary>
    /// <param name="step">The step.</param>
    /// <param name="rung">The rung: letters leave earlier, to arrive in time.</param>
    /// <param name="invitation">The invitation it is about.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>A moment inside the channel's sending hours. What is said before the occasion moves to the last allowed time
    /// before; all else to the first allowed time after.</returns>
    public static Instant Of(Step step, Rung rung, Invitation invitation, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(rung);
        ArgumentNullException.ThrowIfNull(invitation);
        var anchor = AnchorOf(step, invitation);
        var wanted = anchor.Plus(step.Offset).PlusDays(-rung.EarlierDays);
        wanted = step.At is { } time ? wanted.Date.At(time) : wanted;
        var isBeforeOccasion = step.Anchor is StepAnchor.Start or StepAnchor.End && wanted < invitation.Closes;
        return Stockholm.MomentOf(isBeforeOccasion
            ? SendingHours.AtOrBefore(rung.Channel, wanted, rules, step.IsUrgent)
            : SendingHours.AtOrAfter(rung.Channel, wanted, rules, step.IsUrgent));
    }

    private static LocalDateTime AnchorOf(Step step, Invitation invitation) => step.Anchor switch
    {
        StepAnchor.Start => invitation.Starts,
        StepAnchor.End => invitation.EndsAt,
        StepAnchor.Planned => Stockholm.LocalOf(invitation.Planned),
        _ => Stockholm.LocalOf(invitation.Changed ?? invitation.Planned),
    };

    /// <summary>The first moment any rung that can reach the person is due: when the notice must be looked at.</summary>
    /// <param name="step">The step.</param>
    /// <param name="person">The person.</param>
    /// <param name="invitation">The invitation it is about.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>The due moment of the first reachable rung; of the first rung when none is, so that staff hear of it.</returns>
    public static Instant FirstLook(Step step, Person person, Invitation invitation, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(step);
        var rung = step.Ladder.FirstOrDefault(rung => Reach.Can(person, rung.Channel)) ?? step.Ladder[0];
        return Of(step, rung, invitation, rules);
    }
}
