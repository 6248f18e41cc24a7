namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>A queue message as a function gets to see it: its text decoded, its moments in UTC.</summary>
internal sealed record QueueMessageRead
{
    public required string Id { get; init; }

    public required string PopReceipt { get; init; }

    public required string Text { get; init; }

    public required long DequeueCount { get; init; }

    public required DateTimeOffset InsertedOn { get; init; }

    public required DateTimeOffset ExpiresOn { get; init; }

    public required DateTimeOffset NextVisibleOn { get; init; }
}
