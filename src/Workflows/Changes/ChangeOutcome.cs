using Notifieringar.Records.Occasions;

namespace Notifieringar.Workflows.Changes;

/// <summary>What came of an order by staff.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>It stands in the journal and is being carried out.</summary>
    /// <param name="Reference">The change.</param>
    public sealed record Ordered(ChangeReference Reference) : ChangeOutcome;

    /// <summary>It is done.</summary>
    public sealed record Done : ChangeOutcome;

    /// <summary>The order cannot be read.</summary>
    /// <param name="Problem">What to mend.</param>
    public sealed record Invalid(string Problem) : ChangeOutcome;

    /// <summary>What it names does not exist.</summary>
    /// <param name="Problem">What.</param>
    public sealed record Unknown(string Problem) : ChangeOutcome;

    /// <summary>It cannot be done as things stand.</summary>
    /// <param name="Problem">Why, and what to do instead.</param>
    public sealed record Refused(string Problem) : ChangeOutcome;
}
