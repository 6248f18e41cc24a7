namespace Azure.Storage.Queues.Models;

/// <summary>Makes models as the service would, for tests with a mocked client.</summary>
public static class QueuesModelFactory
{
    /// <summary>A received message.</summary>
    public static QueueMessage QueueMessage(
        string messageId,
        string popReceipt,
        BinaryData body,
        long dequeueCount,
        DateTimeOffset? nextVisibleOn = default,
        DateTimeOffset? insertedOn = default,
        DateTimeOffset? expiresOn = default) => new()
        {
            MessageId = messageId,
            PopReceipt = popReceipt,
            Body = body,
            DequeueCount = dequeueCount,
            NextVisibleOn = nextVisibleOn,
            InsertedOn = insertedOn,
            ExpiresOn = expiresOn,
        };

    /// <summary>A peeked message.</summary>
    public static PeekedMessage PeekedMessage(
        string messageId,
        BinaryData message,
        long dequeueCount,
        DateTimeOffset? insertedOn = default,
        DateTimeOffset? expiresOn = default) => new()
        {
            MessageId = messageId,
            Body = message,
            DequeueCount = dequeueCount,
            InsertedOn = insertedOn,
            ExpiresOn = expiresOn,
        };

    /// <summary>A queue's properties.</summary>
    public static QueueProperties QueueProperties(IDictionary<string, string> metadata, int approximateMessagesCount) =>
        new() { Metadata = metadata, ApproximateMessagesCount = approximateMessagesCount };

    /// <summary>The receipt of a sent message.</summary>
    public static SendReceipt SendReceipt(
        string messageId,
        DateTimeOffset insertionTime,
        DateTimeOffset expirationTime,
        string popReceipt,
        DateTimeOffset timeNextVisible) => new()
        {
            MessageId = messageId,
            InsertionTime = insertionTime,
            ExpirationTime = expirationTime,
            PopReceipt = popReceipt,
            TimeNextVisible = timeNextVisible,
        };

    /// <summary>The receipt of an updated message.</summary>
    public static UpdateReceipt UpdateReceipt(string popReceipt, DateTimeOffset nextVisibleOn) =>
        new() { PopReceipt = popReceipt, NextVisibleOn = nextVisibleOn };
}
