using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>What an invited household has said.</summary>
public enum Answer
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Welcome.</summary>
    Yes,

    /// <summary>No thank you: no reminder is sent.</summary>
    No,
}

/// <summary>A person's part in an occasion, with its answer. Kept with the person, because sending decides on it.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Starts">Local time in Europe/Stockholm.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Children">The children it is about; those who have died since are left out of every text.</param>
/// <param name="AtThisHome">True when the visit comes to this person's address; false for the other guardian.</param>
/// <param name="Sequence">Rises when time or place changes, so that a moved visit may be announced again.</param>
/// <param name="Planned">When the visit was planned.</param>
/// <param name="Answer">What the household has said.</param>
/// <param name="Cancelled">True when the visit has been called off: nothing more is said about it.</param>
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
    bool Cancelled = false);
