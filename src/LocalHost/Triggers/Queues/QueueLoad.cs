using Azure;
using Azure.Storage.Queues;

namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>How many messages a queue holds, hidden ones included, and whether one of them may be taken now.</summary>
internal sealed record QueueLoad(int Total, bool HasVisible)
{
    private static readonly QueueLoad Empty = new(0, false);

    public static async Task<QueueLoad> ReadAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            var total = (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
            return total == 0 ? Empty : new QueueLoad(total, (await queue.PeekMessagesAsync(1, cancellationToken)).Value.Length > 0);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return Empty;
        }
    }
}
