using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>A message whose body is not what the encoding promises; its Body holds the raw text.</summary>
public class QueueMessageDecodingFailedEventArgs : SyncAsyncEventArgs
{
    /// <summary>Makes the arguments; exactly one of the messages is set.</summary>
    public QueueMessageDecodingFailedEventArgs(
        QueueClient queueClient,
        QueueMessage? receivedMessage,
        PeekedMessage? peekedMessage,
        bool isRunningSynchronously,
        CancellationToken cancellationToken)
        : base(isRunningSynchronously, cancellationToken)
    {
        Queue = queueClient;
        ReceivedMessage = receivedMessage;
        PeekedMessage = peekedMessage;
    }

    /// <summary>The queue it came from.</summary>
    public QueueClient Queue { get; }

    /// <summary>The message, when it was received.</summary>
    public QueueMessage? ReceivedMessage { get; }

    /// <summary>The message, when it was peeked.</summary>
    public PeekedMessage? PeekedMessage { get; }
}
