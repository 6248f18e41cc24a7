using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Closes the books of a chunk whose receipts should have come.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SettleReceipts(Workflows.SettleReceipts workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SettleReceipts))]
    public Task RunAsync([QueueTrigger(Queues.OverdueReceipts)] OverdueChunk message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
