namespace Notifieringar.LocalHost.Triggers;

/// <summary>function.json's <c>retry</c>: how often and after which wait a failed timer run is tried again at once.</summary>
internal sealed record RetryRule(int MaxRetryCount, TimeSpan Shortest, TimeSpan Longest)
{
    public static RetryRule None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Equal waits when shortest and longest are the same, doubling between them otherwise.</summary>
    public TimeSpan WaitBefore(int retry)
    {
        var doubled = Shortest * Math.Pow(2, Math.Min(retry - 1, 16));
        return doubled < Longest ? doubled : Longest;
    }
}
