using Azure.Storage.Queues;

namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>Where a message ends that its function could not handle: <c>&lt;queue&gt;-poison</c>, made when first needed.</summary>
internal sealed class PoisonQueue(QueueClient poison, QueueClient queue)
{
    /// <summary>Written there before it is deleted here: a stop in between leaves it in both, never in none.</summary>
    public async Task MoveAsync(string messageText, string messageId, string popReceipt)
    {
        await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await poison.SendMessageAsync(messageText, CancellationToken.None);
        await queue.DeleteMessageAsync(messageId, popReceipt, CancellationToken.None);
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken) => (await QueueLoad.ReadAsync(poison, cancellationToken)).Total;
}
