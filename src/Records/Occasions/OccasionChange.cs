using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Records.Occasions;

/// <summary>What is done to an occasion.</summary>
public enum ChangeKind
{
    /// <summary>It gets another time or place.</summary>
    Move,

    /// <summary>It is called off.</summary>
    Cancel,

    /// <summary>The visitors are late.</summary>
    Late,

    /// <summary>A person has answered, and what follows from the answer is done.</summary>
    Settle,

    /// <summary>A pair of visitors is ill: all their visits of a day are called off.</summary>
    Ill,

    /// <summary>The library is closed for some days that it should have been open.</summary>
    Closing,
}

/// <summary>The queue message of a change.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Change">The change's id.</param>
public sealed record ChangeReference(string Unit, string Change);

/// <summary>A change as ordered. It names people by their ids only, and is done person by person, so that it can be taken up again.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Id">Derived from what is changed, so that an occasion is changed by one at a time.</param>
/// <param name="Kind">What is done.</param>
/// <param name="By">Who ordered it, as an opaque id.</param>
/// <param name="OrderedAt">When, on the clock that decides what is due.</param>
/// <param name="Programme">The programme's id; empty for what concerns all.</param>
/// <param name="Occasion">The occasion; empty for what concerns all.</param>
/// <param name="Starts">When the occasion starts before the change; the first day's midnight for what concerns all.</param>
/// <param name="Sequence">The occasion's sequence after the change; for lateness, which time it is.</param>
/// <param name="Visitors">The pair of visitors before the change; empty for none.</param>
/// <param name="To">Where it is moved; null when it is not.</param>
/// <param name="Person">The person who has chosen the time, or answered; null when staff did.</param>
/// <param name="LastDay">The last day of what concerns several; null for one occasion.</param>
public sealed record OccasionChange(
    UnitId Unit,
    string Id,
    ChangeKind Kind,
    string By,
    Instant OrderedAt,
    string Programme,
    OccasionId Occasion,
    LocalDateTime Starts,
    int Sequence,
    string Visitors = "",
    NewTime? To = null,
    PersonId? Person = null,
    LocalDate? LastDay = null)
{
    private const string Prefix = "change-";

    /// <summary>What stands as the one who called an occasion off.</summary>
    public string Canceller => Prefix + Id;

    /// <summary>Tells whether an occasion was called off by a change, not by a silence: a new time may be found for it.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <returns>True when it was.</returns>
    public static bool HasCancelled(Occasion occasion)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        return occasion.CancelledBy?.StartsWith(Prefix, StringComparison.Ordinal) == true;
    }
}

/// <summary>Where an occasion is moved.</summary>
/// <param name="Starts">Local time.</param>
/// <param name="Ends">When it is over; null for when it has taken its minutes.</param>
/// <param name="Place">Where; null for the place it has.</param>
/// <param name="Visitors">The pair of visitors; empty for none.</param>
public sealed record NewTime(LocalDateTime Starts, LocalDateTime? Ends, string? Place, string Visitors);
