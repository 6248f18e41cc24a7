using System.Collections.Immutable;
using Notifieringar.Templates.Checking;
using NodaTime;

namespace Notifieringar.Workflows.TestMessages;

/// <summary>What came of a test message.</summary>
public abstract record TestOutcome
{
    private TestOutcome()
    {
    }

    /// <summary>The provider has taken it.</summary>
    /// <param name="Subject">An e-mail's subject; null for SMS.</param>
    /// <param name="Text">The text as it was sent; an e-mail's plain text.</param>
    /// <param name="SmsParts">How many parts the SMS takes without the mark; 0 for e-mails.</param>
    public sealed record Sent(string? Subject, string Text, int SmsParts) : TestOutcome;

    /// <summary>A letter.</summary>
    /// <param name="Pdf">Its pages.</param>
    public sealed record Printed(ReadOnlyMemory<byte> Pdf) : TestOutcome;

    /// <summary>Nothing was sent.</summary>
    /// <param name="Problem">What to mend.</param>
    public sealed record Invalid(string Problem) : TestOutcome;

    /// <summary>The draft has errors that keep it from being published too.</summary>
    /// <param name="Findings">What is wrong.</param>
    public sealed record Faulty(ImmutableArray<TextFinding> Findings) : TestOutcome;

    /// <summary>There is no such unit, programme, step or text.</summary>
    /// <param name="Problem">What there is not.</param>
    public sealed record Unknown(string Problem) : TestOutcome;

    /// <summary>Nothing may be sent now, or not there.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Refused(string Problem) : TestOutcome;

    /// <summary>Enough has been sent this minute.</summary>
    /// <param name="Wait">Until when.</param>
    public sealed record TooMany(Duration Wait) : TestOutcome;

    /// <summary>The provider did not take it, or nobody knows.</summary>
    /// <param name="Code">Its code.</param>
    public sealed record Failed(string Code) : TestOutcome;
}
