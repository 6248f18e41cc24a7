using Notifieringar.Records.Erasing;

namespace Notifieringar.Workflows.Erasing;

/// <summary>What came of an order about an erasure.</summary>
public abstract record ErasureOutcome
{
    private ErasureOutcome()
    {
    }

    /// <summary>It stands in the journal and will be done, whatever breaks.</summary>
    /// <param name="Reference">Which erasure it is.</param>
    public sealed record Ordered(ErasureReference Reference) : ErasureOutcome;

    /// <summary>Nothing stands against the household's coming back.</summary>
    public sealed record Lifted : ErasureOutcome;

    /// <summary>The order cannot be read.</summary>
    /// <param name="Problem">What to mend.</param>
    public sealed record Invalid(string Problem) : ErasureOutcome;

    /// <summary>What it names does not exist.</summary>
    /// <param name="Problem">What is missing.</param>
    public sealed record Unknown(string Problem) : ErasureOutcome;

    /// <summary>It cannot be done yet.</summary>
    /// <param name="Problem">What must be done first.</param>
    public sealed record Early(string Problem) : ErasureOutcome;
}
