using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Notifieringar.Records.Storage;

/// <summary>Asks the storage account's three services for something small.</summary>
/// <param name="tables">Tables.</param>
/// <param name="queues">Queues.</param>
/// <param name="blobs">Blobs.</param>
public sealed class StorageHealth(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By service, whether it has answered: yes and no are answers.</returns>
    public async Task<(bool Tables, bool Queues, bool Blobs)> CheckAsync(CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(
            AnswersAsync(token => tables.GetTableClient("Settings").GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: token), cancellation),
            AnswersAsync(token => queues.GetQueueClient(Queues.Chunks).ExistsAsync(token), cancellation),
            AnswersAsync(token => blobs.GetBlobContainerClient("imports").ExistsAsync(token), cancellation)).ConfigureAwait(false);
        return (answers[0], answers[1], answers[2]);
    }

    private static async Task<bool> AnswersAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await ask(patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception fault) when (StorageFaults.IsOne(fault) || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return fault is Azure.RequestFailedException { Status: 404 }; // a table that nothing has used yet
        }
    }
}
