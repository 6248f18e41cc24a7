using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A chunk that failed for good: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonChunks(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonChunks))]
    public Task RunAsync([QueueTrigger(Queues.Chunks + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Chunks, message, cancellation);
}
