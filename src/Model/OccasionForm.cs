namespace Notifieringar.Model;

/// <summary>What kind of occasion people are invited to.</summary>
public enum OccasionKind
{
    /// <summary>A visit by a pair of visitors, in a slot of its own.</summary>
    Visit,

    /// <summary>A meeting at a place, for many.</summary>
    Meeting,

    /// <summary>Meetings that belong together; one joins them all, and can miss one.</summary>
    Series,

    /// <summary>Something to collect until a last day.</summary>
    Pickup,

    /// <summary>A stop on a route, at somebody's place.</summary>
    Stop,

    /// <summary>Nothing to come to: something is only said.</summary>
    None,
}

/// <summary>The form of a programme's occasions.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Minutes">How long one takes; 0 where that says nothing.</param>
/// <param name="Sessions">How many meetings a series has; 1 for all other kinds.</param>
/// <param name="KeepDays">How many days something to collect is kept; 0 for all other kinds.</param>
/// <param name="OncePerRecipient">True when nobody is invited a second time.</param>
public sealed record OccasionForm(OccasionKind Kind, int Minutes, int Sessions = 1, int KeepDays = 0, bool OncePerRecipient = false);
