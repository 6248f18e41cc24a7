using System.Collections.Immutable;
using Notifieringar.Model;

namespace Notifieringar.Planning.Notices;

/// <summary>The rules that outrank every other: who must not be told (design, promise 3).</summary>
public static class NeverSend
{
    /// <summary>The reason why nothing may be said about an invitation, if there is one.</summary>
    /// <param name="recipient">The person with all that is known.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="step">What would be said: that an occasion is called off may be said of one that is. Null for anything else.</param>
    /// <returns>The reason, gravest first; null when nothing stops us.</returns>
    public static SkipReason? Reason(Recipient recipient, Invitation invitation, Step? step = null)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(invitation);
        var person = recipient.Person;
        return person switch
        {
            _ when person.Silences.HasFlag(Silences.Deceased) || IsAboutTheDead(recipient, invitation) => SkipReason.Deceased,
            _ when person.Silences.HasFlag(Silences.Protected) || person.Address is { IsForwardingOfProtected: true } => SkipReason.Protected,
            _ when person.Silences.HasFlag(Silences.OptedOut) => SkipReason.OptedOut,
            _ when person.Silences.HasFlag(Silences.CustodyLost) => SkipReason.CustodyLost,
            _ when person.Silences.HasFlag(Silences.Moved) => SkipReason.Moved,
            _ when person.Silences.HasFlag(Silences.Erased) => SkipReason.Erased,
            _ when invitation.Cancelled && step?.Anchor != StepAnchor.Cancelled => SkipReason.VisitCancelled,
            _ when !invitation.Cancelled && step?.Anchor == StepAnchor.Cancelled => SkipReason.TooLate, // it goes on after all
            _ => null,
        };
    }

    private static bool IsAboutTheDead(Recipient recipient, Invitation invitation) =>
        !invitation.Children.IsEmpty && LivingChildren(recipient, invitation).IsEmpty;

    /// <summary>The children an invitation may still speak of.</summary>
    /// <param name="recipient">The person with all that is known.</param>
    /// <param name="invitation">The invitation.</param>
    /// <returns>Living children, oldest first, then by name.</returns>
    public static ImmutableArray<Child> LivingChildren(Recipient recipient, Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(invitation);
        return
        [
            .. recipient.Children
                .Where(child => !child.Deceased && invitation.Children.Contains(child.Id))
                .OrderBy(child => child.BirthDate)
                .ThenBy(child => child.FirstName, StringComparer.Ordinal),
        ];
    }
}
