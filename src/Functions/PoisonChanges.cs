using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A change that failed for good, and stays in Work to be tried again: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonChanges(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonChanges))]
    public Task RunAsync([QueueTrigger(Queues.Changes + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Changes, message, cancellation);
}
