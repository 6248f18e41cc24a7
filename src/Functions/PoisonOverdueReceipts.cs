using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A chunk whose books could not be closed, and stays to be tried again: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonOverdueReceipts(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonOverdueReceipts))]
    public Task RunAsync([QueueTrigger(Queues.OverdueReceipts + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.OverdueReceipts, message, cancellation);
}
