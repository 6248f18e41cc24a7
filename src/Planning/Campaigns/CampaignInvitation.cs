using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Campaigns;

/// <summary>Makes a person's invitation to an occasion that many are invited to.</summary>
public static class CampaignInvitation
{
    /// <summary>The invitation.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <param name="form">The form of the programme's occasions.</param>
    /// <param name="children">The children it is about.</param>
    /// <param name="planned">From when it is counted.</param>
    /// <returns>One that is not answered.</returns>
    public static Invitation To(Occasion occasion, OccasionForm form, ImmutableArray<ChildId> children, Instant planned)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        ArgumentNullException.ThrowIfNull(form);
        return new Invitation(
            occasion.Id,
            occasion.Programme,
            occasion.Starts,
            occasion.Minutes,
            children,
            AtThisHome: false,
            occasion.Sequence,
            planned,
            Answer.None,
            occasion.CancelledBy is not null,
            occasion.Place,
            occasion.Ends,
            IsTimed: form.Kind is not (OccasionKind.Pickup or OccasionKind.None),
            Session: occasion.Session,
            Sessions: occasion.Sessions);
    }
}
