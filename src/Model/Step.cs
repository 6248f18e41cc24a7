using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>From what moment a step's time is counted.</summary>
public enum StepAnchor
{
    /// <summary>From when the occasion was planned, or the campaign begun.</summary>
    Planned,

    /// <summary>From when the occasion starts.</summary>
    Start,

    /// <summary>From when the occasion ends; for something to collect, from its last day.</summary>
    End,

    /// <summary>From when staff moved the occasion.</summary>
    Moved,

    /// <summary>From when staff called the occasion off.</summary>
    Cancelled,

    /// <summary>From when staff said that they are late.</summary>
    Late,

    /// <summary>From when the person chose to collect at the library.</summary>
    Collect,
}

/// <summary>What must hold for a step to be said.</summary>
public enum StepCondition
{
    /// <summary>Nothing: it is said whatever has been answered.</summary>
    Always,

    /// <summary>The person has not said no.</summary>
    NotDeclined,

    /// <summary>The person is expected: a yes, or no answer where that means yes.</summary>
    Expected,

    /// <summary>The person has said yes.</summary>
    Yes,

    /// <summary>The person has not answered.</summary>
    Unanswered,

    /// <summary>The person has said no.</summary>
    Declined,

    /// <summary>The person has chosen to collect at the library.</summary>
    Collect,
}

/// <summary>One thing said in a programme.</summary>
/// <param name="Id">Lower-case id, for example <c>reminder</c>.</param>
/// <param name="Anchor">From what its time is counted.</param>
/// <param name="Offset">How long from the anchor; negative is before.</param>
/// <param name="At">Local time of day it is said; null keeps the anchor's own time of day.</param>
/// <param name="Ladder">Channels in order; the first one that can reach the person is used.</param>
/// <param name="ValidFor">A notice older than this past its time is dropped, never sent late.</param>
/// <param name="Condition">What must hold.</param>
/// <param name="IsPerSession">True when it is said about each meeting of a series; false when about the series.</param>
/// <param name="IsTouch">True for a contact that nobody has asked for: it counts in the contact cap and in the programme's touches.</param>
/// <param name="IsUrgent">True when it may be said from 7 to 20 on any day: a visit that is called off today.</param>
/// <param name="HasCalendar">True when a calendar file (.ics) goes with the e-mail.</param>
public sealed record Step(
    string Id,
    StepAnchor Anchor,
    Period Offset,
    LocalTime? At,
    ImmutableArray<Rung> Ladder,
    Duration ValidFor,
    StepCondition Condition,
    bool IsPerSession = false,
    bool IsTouch = false,
    bool IsUrgent = false,
    bool HasCalendar = false)
{
    private static readonly LocalDateTime AnyTime = new(2000, 6, 1, 12, 0);

    /// <summary>True when it is said before the occasion: once that has begun, it is too late.</summary>
    public bool IsBeforeOccasion => Anchor switch
    {
        StepAnchor.Planned or StepAnchor.Moved => true,
        StepAnchor.Cancelled or StepAnchor.Late or StepAnchor.Collect => false, // being late is said when it should have begun, too
        _ => AnyTime.Plus(Offset) < AnyTime,
    };

    /// <summary>True when its time is known once a person is invited; false when it waits for something to happen.</summary>
    public bool IsPlanned => Anchor is StepAnchor.Planned or StepAnchor.Start or StepAnchor.End;
}

/// <summary>One channel of a ladder.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="EarlierDays">How many days earlier this channel must leave to arrive in time: a letter travels with the post.</param>
public sealed record Rung(Channel Channel, int EarlierDays);
