using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>From what moment a step's time is counted.</summary>
public enum StepAnchor
{
    /// <summary>From when the occasion was planned.</summary>
    Planned,

    /// <summary>From when the occasion starts.</summary>
    Start,
}

/// <summary>What must hold for a step to be said.</summary>
public enum StepCondition
{
    /// <summary>The household has not said no.</summary>
    NotDeclined,

    /// <summary>The visit is expected to take place: a yes, or no answer where the unit comes unless told otherwise.</summary>
    Expected,
}

/// <summary>One thing said in a programme.</summary>
/// <param name="Id">Lower-case id, for example <c>reminder</c>.</param>
/// <param name="Anchor">From what its time is counted.</param>
/// <param name="Offset">How long from the anchor; negative is before.</param>
/// <param name="At">Local time of day it is said; null keeps the anchor's own time of day.</param>
/// <param name="Ladder">Channels in order; the first one that can reach the person is used.</param>
/// <param name="ValidFor">A notice older than this past its time is dropped, never sent late.</param>
/// <param name="Condition">What must hold.</param>
public sealed record Step(
    string Id,
    StepAnchor Anchor,
    Period Offset,
    LocalTime? At,
    ImmutableArray<Rung> Ladder,
    Duration ValidFor,
    StepCondition Condition)
{
    private static readonly LocalDateTime AnyTime = new(2000, 6, 1, 12, 0);

    /// <summary>True when it is said before the occasion: once that has begun, it is too late.</summary>
    public bool IsBeforeOccasion => Anchor == StepAnchor.Planned || AnyTime.Plus(Offset) < AnyTime;
}

/// <summary>One channel of a ladder.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="EarlierDays">How many days earlier this channel must leave to arrive in time: a letter travels with the post.</param>
public sealed record Rung(Channel Channel, int EarlierDays);
