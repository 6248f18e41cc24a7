using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>An erasure that failed for good, and stays in Work to be tried again: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonErasures(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonErasures))]
    public Task RunAsync([QueueTrigger(Queues.Erasures + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Erasures, message, cancellation);
}
