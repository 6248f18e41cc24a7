using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>A concrete time of a programme, here a home visit by a pair of visitors.</summary>
/// <param name="Id">Derived from unit, programme and children.</param>
/// <param name="Unit">The library service.</param>
/// <param name="Programme">The programme's id, for example <c>sprakstart-6</c>.</param>
/// <param name="Starts">Local time in Europe/Stockholm.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Visitors">The pair of visitors, by the unit's own short name.</param>
/// <param name="Home">The household visited.</param>
/// <param name="Guests">Every household invited to it.</param>
/// <param name="CancelledBy">The silence that called it off; null for one that goes on.</param>
public sealed record Occasion(
    OccasionId Id,
    UnitId Unit,
    string Programme,
    LocalDateTime Starts,
    int Minutes,
    string Visitors,
    PersonId Home,
    ImmutableArray<PersonId> Guests,
    string? CancelledBy = null);
