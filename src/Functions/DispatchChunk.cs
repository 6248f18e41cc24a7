using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Sends everything due in one chunk.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class DispatchChunk(Workflows.DispatchChunk workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(DispatchChunk))]
    public Task RunAsync([QueueTrigger(Queues.Chunks)] ChunkReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
