using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>A concrete time and place of a programme: a home visit, a meeting, one evening of a series, something to collect, a stop.</summary>
/// <param name="Id">Derived from what it is for, so that planning it twice gives the same.</param>
/// <param name="Unit">The library service.</param>
/// <param name="Programme">The programme's id, for example <c>sprakstart-6</c>.</param>
/// <param name="Starts">Local time in Europe/Stockholm.</param>
/// <param name="Minutes">How long it takes; 0 where that says nothing.</param>
/// <param name="Visitors">The pair of visitors, by the unit's own short name; empty where nobody travels.</param>
/// <param name="Home">The household visited; null where people come to us.</param>
/// <param name="Guests">The households invited to a visit; empty for what many are invited to, who stand in People.</param>
/// <param name="CancelledBy">Who or what called it off; null for one that goes on.</param>
/// <param name="Place">Where, as families know it; null for a visit at home.</param>
/// <param name="Ends">When it is over; null for when it has taken its minutes.</param>
/// <param name="Sequence">Rises when time or place changes.</param>
/// <param name="Series">The first occasion of its series; null outside one.</param>
/// <param name="Session">Which meeting of its series it is, from 1; 0 outside a series.</param>
/// <param name="Sessions">How many meetings the series has; 0 outside a series.</param>
/// <param name="Text">What staff has written for its texts; null for nothing.</param>
/// <param name="Link">An address for its texts; null for none.</param>
/// <param name="VoteOn">The alternatives to vote on; null for no vote.</param>
/// <param name="Follows">The visit that it is booked for, and is moved and called off with; null for none.</param>
/// <param name="IsCollected">True for something to collect that staff have seen collected.</param>
public sealed record Occasion(
    OccasionId Id,
    UnitId Unit,
    string Programme,
    LocalDateTime Starts,
    int Minutes,
    string Visitors,
    PersonId? Home,
    ImmutableArray<PersonId> Guests,
    string? CancelledBy = null,
    string? Place = null,
    LocalDateTime? Ends = null,
    int Sequence = 0,
    OccasionId? Series = null,
    int Session = 0,
    int Sessions = 0,
    string? Text = null,
    string? Link = null,
    ImmutableArray<string>? VoteOn = null,
    VisitReference? Follows = null,
    bool IsCollected = false);

/// <summary>Names a visit.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Occasion">The visit.</param>
public sealed record VisitReference(string Programme, OccasionId Occasion);
