namespace Notifieringar.Model;

/// <summary>Something that staff must know of a home.</summary>
public enum HomeMark
{
    /// <summary>Nobody goes there alone.</summary>
    TwoVisitors,

    /// <summary>A relative interprets: no interpreter is booked.</summary>
    RelativeInterprets,
}

/// <summary>What staff must know of a home.</summary>
/// <param name="NeedsTwo">True when nobody goes there alone.</param>
/// <param name="RelativeInterprets">True when no interpreter is to be booked.</param>
public sealed record HomeMarks(bool NeedsTwo, bool RelativeInterprets)
{
    /// <summary>A home that nothing is noted of.</summary>
    public static HomeMarks None { get; } = new(NeedsTwo: false, RelativeInterprets: false);
}
