using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Hooks;
using Notifieringar.Workflows.Watching;

namespace Notifieringar.Workflows;

/// <summary>Writes the waiting receipts of a Work partition into the ledger and draws their consequences. May be killed at any moment and
/// run twice: ledger first, consequences next, and only then are the receipts gone.</summary>
/// <param name="waiting">Waiting receipts.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="consequences">What follows.</param>
/// <param name="traces">The traces of notices.</param>
/// <param name="logger">Log.</param>
public sealed partial class RecordReceipts(
    WaitingReceipts waiting, Ledger ledger, ReceiptConsequences consequences, NoticeTraces traces, ILogger<RecordReceipts> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="work">The Work partition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When its receipts are recorded.</returns>
    public async Task RunAsync(WorkPartition work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        var recorded = 0;
        var batch = new List<WaitingReceipt>(Tables.TransactionLimit);
        await foreach (var receipt in waiting.ReadAsync(work.Partition, cancellation).ConfigureAwait(false))
        {
            batch.Add(receipt);
            if (batch.Count == Tables.TransactionLimit)
            {
                recorded += await RecordAsync(work.Partition, batch, cancellation).ConfigureAwait(false);
            }
        }

        recorded += await RecordAsync(work.Partition, batch, cancellation).ConfigureAwait(false);
        Log.Recorded(logger, work.Partition, recorded);
    }

    private async Task<int> RecordAsync(string partition, List<WaitingReceipt> batch, CancellationToken cancellation)
    {
        if (batch.Count == 0)
        {
            return 0;
        }

        var (unit, shard) = Keys.ParseWork(partition);
        await ledger.ReceiveAsync(
            unit,
            shard,
            batch.Select(receipt => new NoticeReceipt(receipt.Person, receipt.Key, receipt.Kind, receipt.At, receipt.Code)),
            cancellation).ConfigureAwait(false);
        await consequences.DrawAsync(unit, shard, batch, cancellation).ConfigureAwait(false);
        await waiting.RemoveAsync(batch, cancellation).ConfigureAwait(false);
        foreach (var receipt in batch)
        {
            NoticeMetrics.Recorded(receipt.Key, receipt.Kind);
            traces.Note("receipt recorded", new NoticeReference(unit, receipt.Person, receipt.Key), "receipt", receipt.Kind.ToString());
        }

        var count = batch.Count;
        batch.Clear();
        return count;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Work {Partition}: {Count} receipts recorded.")]
        public static partial void Recorded(ILogger logger, string partition, int count);
    }
}
