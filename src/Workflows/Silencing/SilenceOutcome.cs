using Notifieringar.Records.Silencing;

namespace Notifieringar.Workflows.Silencing;

/// <summary>What came of an order to silence a household.</summary>
public abstract record SilenceOutcome
{
    private SilenceOutcome()
    {
    }

    /// <summary>It stands in the journal and will be done, whatever breaks.</summary>
    /// <param name="Reference">Which silence it is.</param>
    public sealed record Ordered(SilenceReference Reference) : SilenceOutcome;

    /// <summary>The order cannot be read.</summary>
    /// <param name="Problem">What to mend.</param>
    public sealed record Invalid(string Problem) : SilenceOutcome;

    /// <summary>What it names does not exist.</summary>
    /// <param name="Problem">What is missing.</param>
    public sealed record Unknown(string Problem) : SilenceOutcome;
}
