using System.Collections.Immutable;
using Notifieringar.Model;

namespace Notifieringar.Planning.Notices;

/// <summary>What is to be said once an invitation has changed.</summary>
public static class ChangedSteps
{
    /// <summary>After a move: the word that it is moved, and the steps that are counted from its time and still lie ahead. What was counted
    /// from its planning has been said, or is still in Work.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="person">The person.</param>
    /// <param name="invitation">The invitation as moved.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>The steps.</returns>
    public static ImmutableArray<Step> AfterMove(Programme programme, Person person, Invitation invitation, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(invitation);
        return
        [
            .. programme.Steps.Where(step => step.Anchor == StepAnchor.Moved
                || (step.Anchor is StepAnchor.Start or StepAnchor.End
                    && (step.IsPerSession || invitation.Session <= 1)
                    && DueTimes.FirstLook(step, person, invitation, rules) >= invitation.Changed)),
        ];
    }

    /// <summary>After something has happened that has steps of its own.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="anchor">What has happened.</param>
    /// <returns>The steps, in order.</returns>
    public static ImmutableArray<Step> After(Programme programme, StepAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return [.. programme.Steps.Where(step => step.Anchor == anchor)];
    }

    /// <summary>Tells whether a word of today can reach a person: a letter comes too late.</summary>
    /// <param name="person">The person.</param>
    /// <param name="steps">What would be said.</param>
    /// <returns>True when a step has an SMS or an e-mail that reaches the person.</returns>
    public static bool ReachesAtOnce(Person person, ImmutableArray<Step> steps) => steps.Any(step =>
        step.Ladder.Any(rung => rung.Channel is Channel.Sms or Channel.Email && Reach.Can(person, rung.Channel)));

    /// <summary>Tells whether a person is to be told of something, also one whom only a phone call reaches.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="invitation">The invitation, changed or not.</param>
    /// <returns>False for whoever is silenced or has said no.</returns>
    public static bool MayBeTold(Recipient recipient, Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return invitation.Answer != Answer.No && NeverSend.Reason(recipient, invitation with { Cancelled = false }) is null;
    }
}
