namespace Notifieringar.LocalHost.Triggers;

/// <summary>How an invocation of a function ended.</summary>
internal enum InvocationResult
{
    Succeeded,

    /// <summary>The function answered with an error status.</summary>
    Failed,

    /// <summary>The answer is none the Functions host would complete the invocation with.</summary>
    WrongAnswer,

    /// <summary>The function process ended or hung up before it answered.</summary>
    ProcessLost,

    /// <summary>Longer than host.json's functionTimeout; the host starts the process again.</summary>
    TimedOut,
}

/// <summary>A result, and in words why it was not a success.</summary>
internal sealed record InvocationOutcome(InvocationResult Result, string? Reason = null)
{
    public bool Succeeded => Result == InvocationResult.Succeeded;
}
