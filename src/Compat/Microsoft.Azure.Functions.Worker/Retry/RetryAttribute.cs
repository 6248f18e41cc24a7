namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often the host runs a failed timer function again before it gives up.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>For derived attributes.</summary>
    protected RetryAttribute()
    {
    }

    /// <summary>Runs after the first; −1 for no end.</summary>
    public int MaxRetryCount { get; set; }
}
