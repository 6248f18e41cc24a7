namespace Azure.Storage.Queues.Models;

/// <summary>What the service says of a message it has taken.</summary>
public class SendReceipt
{
    internal SendReceipt()
    {
    }

    /// <summary>The service's id of the message.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>When it was taken.</summary>
    public DateTimeOffset InsertionTime { get; internal init; }

    /// <summary>When the service drops it.</summary>
    public DateTimeOffset ExpirationTime { get; internal init; }

    /// <summary>The receipt that deleting or updating asks for.</summary>
    public string PopReceipt { get; internal init; } = "";

    /// <summary>When it first shows to readers.</summary>
    public DateTimeOffset TimeNextVisible { get; internal init; }
}
