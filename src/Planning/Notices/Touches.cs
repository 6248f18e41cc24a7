using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>Contacts that nobody asked for, counted from the ledger. A touch that never reached the person's channel does not count.</summary>
public static class Touches
{
    /// <summary>How many times a person has been contacted about an invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="recipient">The person with the ledger.</param>
    /// <returns>The number.</returns>
    public static int About(Invitation invitation, Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(recipient);
        return recipient.Notices.Count(notice => notice.Key.Occasion == invitation.Occasion.Value && HasReached(notice));
    }

    /// <summary>Tells whether one more contact would be more than the unit allows for now, over all programmes.</summary>
    /// <param name="recipient">The person with the ledger.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="now">The moment.</param>
    /// <returns>True when it must wait.</returns>
    public static bool IsCapped(Recipient recipient, UnitRules rules, Instant now)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(rules);
        var from = now - Duration.FromDays(rules.CapDays);
        return recipient.Notices.Count(notice => HasReached(notice) && notice.TouchedAt > from) >= rules.CapTouches;
    }

    private static bool HasReached(Notice notice) => notice is
    {
        TouchedAt: not null,
        State: not (NoticeState.Skipped or NoticeState.Released or NoticeState.OnList or NoticeState.RefusedPermanent
            or NoticeState.RefusedTemporary or NoticeState.RefusedTechnical or NoticeState.BouncedPermanent or NoticeState.Returned
            or NoticeState.Pulled),
    };
}
