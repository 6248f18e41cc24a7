using System.ComponentModel;

namespace Azure.Storage.Queues.Models;

/// <summary>A message received from a queue and hidden from others until <see cref="NextVisibleOn"/>.</summary>
public class QueueMessage
{
    internal QueueMessage()
    {
    }

    /// <summary>The service's id of the message.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>The receipt that deleting or updating asks for; it changes with every receive and update.</summary>
    public string PopReceipt { get; internal init; } = "";

    /// <summary>The body as text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string MessageText => Body.ToString();

    /// <summary>The body, decoded.</summary>
    public BinaryData Body { get; internal init; } = new("");

    /// <summary>When it shows again to other readers.</summary>
    public DateTimeOffset? NextVisibleOn { get; internal init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? InsertedOn { get; internal init; }

    /// <summary>When the service drops it.</summary>
    public DateTimeOffset? ExpiresOn { get; internal init; }

    /// <summary>How many times it has been received, this time included.</summary>
    public long DequeueCount { get; internal init; }

    /// <summary>The same message with the receipt and visibility that an update gave.</summary>
    public QueueMessage Update(UpdateReceipt updated) => new()
    {
        MessageId = MessageId,
        PopReceipt = updated.PopReceipt,
        Body = Body,
        NextVisibleOn = updated.NextVisibleOn,
        InsertedOn = InsertedOn,
        ExpiresOn = ExpiresOn,
        DequeueCount = DequeueCount,
    };
}
