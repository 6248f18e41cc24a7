namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which retry an invocation is.</summary>
public abstract class RetryContext
{
    /// <summary>Retries so far; 0 in the first run.</summary>
    public abstract int RetryCount { get; }

    /// <summary>Retries that the host will make.</summary>
    public abstract int MaxRetryCount { get; }
}
