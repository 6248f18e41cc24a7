namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>
/// How receipts are sent. Shares are between 0 and 1, and which receipts they hit depends on the seed and the notice, not on
/// the order of sending.
/// </summary>
internal sealed record ReceiptRules
{
    /// <summary>False: messages are accepted and never heard of again.</summary>
    public bool Sent { get; init; }

    public int Seed { get; init; }

    /// <summary>The shortest time between a message and its receipt.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>How much longer it may take.</summary>
    public int SpreadMilliseconds { get; init; }

    /// <summary>Receipts of one message may overtake each other, and a batch is in no order.</summary>
    public bool Shuffled { get; init; }

    public double Duplicated { get; init; }

    public double Dropped { get; init; }

    /// <summary>Events in one call at most.</summary>
    public int MostInBatch { get; init; } = 100;

    /// <summary>How long the first event waits for others to come along.</summary>
    public int BatchWaitMilliseconds { get; init; } = 50;

    /// <summary>Writes the tag of a delivery report as <c>Tag</c>: the provider's sample does, its schema has <c>tag</c>.</summary>
    public bool CapitalTag { get; init; }
}
