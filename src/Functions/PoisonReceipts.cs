using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Receipts that could not be recorded, and stay in Work to be tried again: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonReceipts(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonReceipts))]
    public Task RunAsync([QueueTrigger(Queues.Receipts + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Receipts, message, cancellation);
}
