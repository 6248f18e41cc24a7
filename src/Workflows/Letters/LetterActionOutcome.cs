using System.Collections.Immutable;

namespace Notifieringar.Workflows.Letters;

/// <summary>What came of something staff did with printed letters.</summary>
public abstract record LetterActionOutcome
{
    private LetterActionOutcome()
    {
    }

    /// <summary>It is recorded, now or before.</summary>
    public sealed record Done : LetterActionOutcome;

    /// <summary>There is no such unit, part or letter.</summary>
    /// <param name="Problem">What is missing.</param>
    public sealed record Unknown(string Problem) : LetterActionOutcome;

    /// <summary>It must not, or cannot, be done now.</summary>
    /// <param name="Problem">Why.</param>
    /// <param name="Pull">First pages of the letters that must be pulled before.</param>
    public sealed record Refused(string Problem, ImmutableArray<int> Pull) : LetterActionOutcome;
}
