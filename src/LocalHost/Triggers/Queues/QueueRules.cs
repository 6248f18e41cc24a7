namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>host.json's extensions.queues, with the host's defaults.</summary>
internal sealed record QueueRules
{
    public static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);

    /// <summary>Every invocation that ends wakes every queue; one that was empty is not asked again sooner than this.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(40);

    /// <summary>How long a message in work is hidden from others; renewed while the function runs.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message rests after its function failed.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public int BatchSize { get; init; } = 16;

    /// <summary>Another batch is fetched when no more than this many messages are in work.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    public int MaxDequeueCount { get; init; } = 5;

    public bool Base64 { get; init; } = true;
}
