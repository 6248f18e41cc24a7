using System.Collections.Immutable;
using Notifieringar.Model;

namespace Notifieringar.Planning.Visits;

/// <summary>What a child's earlier invitations to visits mean for the next one.</summary>
public static class VisitHistory
{
    /// <summary>True when the child has been invited to a visit of this programme, whatever came of it; also as the younger sibling at a joint visit.</summary>
    internal static bool IsInvited(Recipient home, Child child, Programme programme, ImmutableArray<Programme> byAge) =>
        home.Invitations.Any(invitation => invitation.Children.Contains(child.Id) && ProgrammeFor(invitation, child, byAge) == programme);

    /// <summary>True when somebody has said no to another visit for the child, and nobody yes.</summary>
    internal static bool HasDeclined(IEnumerable<Recipient> households, Child child, ImmutableArray<Programme> byAge)
    {
        var answers = households
            .SelectMany(household => household.Invitations)
            .Where(invitation => invitation.Children.Contains(child.Id) && byAge.Any(programme => programme.Id == invitation.Programme))
            .GroupBy(invitation => invitation.Occasion, invitation => invitation.Answer);
        return answers.Any(visit => visit.Contains(Answer.No) && !visit.Contains(Answer.Yes));
    }

    /// <summary>Which visit an invitation was for a child. At a joint visit the oldest child's programme leads; for a sibling too young for it,
    /// it was the visit of the sibling's own age.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="child">A child it is about.</param>
    /// <param name="byAge">Programmes with visits, in order of age.</param>
    /// <returns>The programme; null when the invitation is not to a visit.</returns>
    public static Programme? ProgrammeFor(Invitation invitation, Child child, ImmutableArray<Programme> byAge)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(child);
        if (byAge.FirstOrDefault(programme => programme.Id == invitation.Programme) is not { Audience.Visits: { } leads })
        {
            return null;
        }

        var known = byAge.Where(programme => programme.Audience.Visits!.AgeMonths <= leads.AgeMonths).ToList();
        return known.LastOrDefault(programme => IsOldEnough(programme.Audience.Visits!, invitation, child)) ?? known[0];
    }

    private static bool IsOldEnough(VisitAudience visits, Invitation invitation, Child child) =>
        child.BirthDate.PlusMonths(visits.AgeMonths).PlusDays(-visits.EarliestDays - JointVisits.DaysApart) <= invitation.Starts.Date;
}
