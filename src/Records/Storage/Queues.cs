using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Records.Storage;

/// <summary>The queues. Messages are references of at most a kilobyte and hold no personal data.</summary>
/// <param name="service">The account; its options say base64, as the Functions host expects.</param>
public sealed class Queues(QueueServiceClient service)
{
    /// <summary>Import files to read.</summary>
    public const string Imports = "imports";

    /// <summary>Units whose visits are to be planned.</summary>
    public const string VisitPlans = "visit-plans";

    /// <summary>Chunks to dispatch.</summary>
    public const string Chunks = "chunks";

    /// <summary>Letter runs to print.</summary>
    public const string LetterRuns = "letter-runs";

    /// <summary>What the Functions host puts behind a queue's name for messages that have failed too often.</summary>
    public const string Poison = "-poison";

    /// <summary>Households to silence.</summary>
    public const string Silences = "silences";

    /// <summary>Work partitions with receipts to record.</summary>
    public const string Receipts = "receipts";

    /// <summary>Work partitions with messages that somebody has sent us.</summary>
    public const string Inbox = "inbox";

    /// <summary>Shards whose people a campaign invites.</summary>
    public const string Campaigns = "campaigns";

    /// <summary>Chunks whose receipts should have come.</summary>
    public const string OverdueReceipts = "overdue-receipts";

    /// <summary>Changes of occasions to carry out.</summary>
    public const string Changes = "changes";

    /// <summary>Households to erase.</summary>
    public const string Erasures = "erasures";

    /// <summary>Parts of units from which what is too old is to be removed.</summary>
    public const string Aged = "aged";

    /// <summary>Units whose reports are to be counted.</summary>
    public const string Reports = "reports";

    private readonly ConcurrentDictionary<string, Lazy<Task<QueueClient>>> _clients = new(StringComparer.Ordinal);

    /// <summary>Puts a message on a queue.</summary>
    /// <typeparam name="T">The message: a record of references.</typeparam>
    /// <param name="queue">The queue's name.</param>
    /// <param name="message">The message.</param>
    /// <param name="delay">How long it stays invisible; null for at once.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has taken it.</returns>
    public async Task SendAsync<T>(string queue, T message, Duration? delay, CancellationToken cancellation)
    {
        var client = _clients.GetOrAdd(queue, name => new Lazy<Task<QueueClient>>(() => CreateAsync(name)));
        try
        {
            var ready = await client.Value.ConfigureAwait(false);
            var text = QueueEnvelope.Text(message, Telemetry.TraceParent, delay);
            await ready.SendMessageAsync(text, delay?.ToTimeSpan(), timeToLive: null, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (StorageFaults.IsOne(fault))
        {
            _clients.TryRemove(new(queue, client));
            throw;
        }
    }

    private async Task<QueueClient> CreateAsync(string name)
    {
        var client = service.GetQueueClient(name);
        await client.CreateIfNotExistsAsync().ConfigureAwait(false);
        return client;
    }
}
