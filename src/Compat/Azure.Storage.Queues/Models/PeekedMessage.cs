using System.ComponentModel;

namespace Azure.Storage.Queues.Models;

/// <summary>A message looked at without being received.</summary>
public class PeekedMessage
{
    internal PeekedMessage()
    {
    }

    /// <summary>The service's id of the message.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>The body as text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string MessageText => Body.ToString();

    /// <summary>The body, decoded.</summary>
    public BinaryData Body { get; internal init; } = new("");

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? InsertedOn { get; internal init; }

    /// <summary>When the service drops it.</summary>
    public DateTimeOffset? ExpiresOn { get; internal init; }

    /// <summary>How many times it has been received.</summary>
    public long DequeueCount { get; internal init; }
}
