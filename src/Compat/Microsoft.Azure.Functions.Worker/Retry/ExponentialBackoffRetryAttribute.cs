namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries with a wait that grows from the minimum to the maximum.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Runs after the first; −1 for no end.</param>
    /// <param name="minimumInterval">The first wait, <c>hh:mm:ss</c>.</param>
    /// <param name="maximumInterval">The longest wait, <c>hh:mm:ss</c>.</param>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>The first wait, <c>hh:mm:ss</c>.</summary>
    public string MinimumInterval { get; }

    /// <summary>The longest wait, <c>hh:mm:ss</c>.</summary>
    public string MaximumInterval { get; }
}
