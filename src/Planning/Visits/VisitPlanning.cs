using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Everything visits are planned from.</summary>
/// <param name="Rules">The unit's rules.</param>
/// <param name="Programmes">The programmes; those without visits by age are passed over.</param>
/// <param name="Homes">Households that may have a child of the right age.</param>
/// <param name="Others">The other households of those homes' children, as far as they exist.</param>
/// <param name="Taken">Slots that are taken or held, and by which occasion.</param>
/// <param name="Now">The moment of planning.</param>
public sealed record VisitPlanning(
    UnitRules Rules,
    IEnumerable<Programme> Programmes,
    IEnumerable<Recipient> Homes,
    IReadOnlyDictionary<PersonId, Recipient> Others,
    IReadOnlyDictionary<(LocalDateTime Starts, string Visitors), OccasionId> Taken,
    Instant Now);

/// <summary>What a night's planning comes to.</summary>
/// <param name="Visits">Visits, in the order their slots were given out.</param>
/// <param name="Silenced">Visits that are not planned because nothing may be said to the home, or because it is met by hand.</param>
/// <param name="WithoutSlot">Visits that have no free slot before their deadline.</param>
/// <param name="ToMerge">Children whose twin already has a visit: staff decide whether it is for both.</param>
public sealed record VisitPlan(
    ImmutableArray<PlannedVisit> Visits,
    ImmutableArray<VisitCandidate> Silenced,
    ImmutableArray<VisitCandidate> WithoutSlot,
    ImmutableArray<VisitCandidate> ToMerge);

/// <summary>A visit with all who are invited.</summary>
/// <param name="Programme">The programme whose words are said.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Guests">The home first, then the children's other homes.</param>
public sealed record PlannedVisit(Programme Programme, Occasion Occasion, ImmutableArray<VisitGuest> Guests);

/// <summary>A household that is invited to a visit.</summary>
/// <param name="Recipient">The household.</param>
/// <param name="Invitation">Its invitation.</param>
public sealed record VisitGuest(Recipient Recipient, Invitation Invitation);

/// <summary>A visit that a home should have.</summary>
/// <param name="Home">The home.</param>
/// <param name="Programme">The programme whose words are said: of a joint visit, that of the oldest child.</param>
/// <param name="Children">The children, oldest first.</param>
/// <param name="Window">When.</param>
/// <param name="IsDue">False for one that is only near: it is planned when another one is, as one visit.</param>
public sealed record VisitCandidate(Recipient Home, Programme Programme, ImmutableArray<Child> Children, VisitWindow Window, bool IsDue);
