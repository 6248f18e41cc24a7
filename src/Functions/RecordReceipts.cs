using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;

namespace Notifieringar.Functions;

/// <summary>Writes waiting receipts into the ledger and draws their consequences.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class RecordReceipts(Workflows.RecordReceipts workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(RecordReceipts))]
    public Task RunAsync([QueueTrigger(Queues.Receipts)] WorkPartition message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
