namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries with the same wait each time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Runs after the first; −1 for no end.</param>
    /// <param name="delayInterval">The wait, <c>hh:mm:ss</c>.</param>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>The wait, <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; }
}
