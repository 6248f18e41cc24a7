namespace Azure.Storage.Queues.Models;

/// <summary>A queue's length and metadata.</summary>
public class QueueProperties
{
    /// <summary>Empty properties.</summary>
    public QueueProperties()
    {
    }

    /// <summary>Name and value pairs of the queue's owner.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Messages in the queue, hidden ones included; never less than there are.</summary>
    public int ApproximateMessagesCount { get; internal init; }
}
