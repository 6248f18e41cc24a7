using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>What an invited person has said.</summary>
public enum Answer
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Welcome.</summary>
    Yes,

    /// <summary>No thank you: no reminder is sent.</summary>
    No,

    /// <summary>No visit, but what it would have brought is collected at the library.</summary>
    Collect,

    /// <summary>Another time, and none was chosen: staff phones.</summary>
    AnotherTime,
}

/// <summary>A person's part in an occasion, with its answer. Kept with the person, because sending decides on it.</summary>
/// <param name="Occasion">The occasion; a campaign that invites to nothing is its own.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Starts">Local time in Europe/Stockholm: when it starts; when something to collect was ready; when something was to be said.</param>
/// <param name="Minutes">How long it takes; 0 where that says nothing.</param>
/// <param name="Children">The children it is about, if any; those who have died since are left out of every text.</param>
/// <param name="AtThisHome">True when the visit comes to this person's address; false for the other guardian.</param>
/// <param name="Sequence">Rises when time or place changes, so that a moved visit may be announced again.</param>
/// <param name="Planned">When the person was invited.</param>
/// <param name="Answer">What the person has said.</param>
/// <param name="Cancelled">True when the occasion has been called off: nothing more is said about it but that.</param>
/// <param name="Place">Where, as families know it; null for a visit at home.</param>
/// <param name="Ends">When it is over: for something to collect the end of its last day, for what is only said the last moment an answer
/// helps; null for when it has taken its minutes.</param>
/// <param name="IsTimed">False when there is no time to come: something to collect, something only said.</param>
/// <param name="Items">How many things there are to collect.</param>
/// <param name="Session">Which meeting of its series it is, from 1; 0 outside a series.</param>
/// <param name="Sessions">How many meetings the series has; 0 outside a series.</param>
/// <param name="Changed">When it was last moved, called off, late or chosen to be collected; null when never.</param>
/// <param name="Rebookings">How often the person has chosen another time.</param>
/// <param name="IsDisputed">True when the child's guardians have answered differently: staff phones, nothing is decided by itself.</param>
/// <param name="Vote">The alternative voted for; null for none.</param>
public sealed record Invitation(
    OccasionId Occasion,
    string Programme,
    LocalDateTime Starts,
    int Minutes,
    ImmutableArray<ChildId> Children,
    bool AtThisHome,
    int Sequence,
    Instant Planned,
    Answer Answer,
    bool Cancelled = false,
    string? Place = null,
    LocalDateTime? Ends = null,
    bool IsTimed = true,
    int Items = 0,
    int Session = 0,
    int Sessions = 0,
    Instant? Changed = null,
    int Rebookings = 0,
    bool IsDisputed = false,
    string? Vote = null)
{
    /// <summary>When it is over.</summary>
    public LocalDateTime EndsAt => Ends ?? Starts.PlusMinutes(Minutes);

    /// <summary>From this time on an announcement or an answer is too late: the start, or the end of what has no time to come.</summary>
    public LocalDateTime Closes => IsTimed ? Starts : EndsAt;
}
