using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Workflows.Requests;
using NodaTime.Text;

namespace Notifieringar.Workflows.Pickups;

/// <summary>Something to collect, as the library system sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Who is told.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Place">Where.</param>
/// <param name="Items">How many things there are.</param>
/// <param name="Ready">Local time in Europe/Stockholm at which the first was ready.</param>
/// <param name="LastDay">The last day they are kept.</param>
public sealed record PickupView(string Id, string Person, string Programme, string Place, int Items, string Ready, string LastDay)
{
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    internal static PickupView Of(PersonId person, Invitation invitation) => new(
        $"{person}~{invitation.Occasion}",
        person.Value,
        invitation.Programme,
        invitation.Place ?? "",
        invitation.Items,
        Time.Format(invitation.Starts),
        LocalDatePattern.Iso.Format(invitation.EndsAt.Date));
}

/// <summary>What came of something about a pickup.</summary>
public abstract record PickupOutcome
{
    private PickupOutcome()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Pickup">How it stands.</param>
    public sealed record Done(PickupView Pickup) : PickupOutcome;

    /// <summary>The request cannot be used.</summary>
    /// <param name="Problems">What to mend.</param>
    public sealed record Invalid(ImmutableArray<RequestProblem> Problems) : PickupOutcome;

    /// <summary>There is no such person or pickup in this unit.</summary>
    /// <param name="Problem">What to do.</param>
    public sealed record Unknown(string Problem) : PickupOutcome;
}
