using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A part of a unit from which what is too old could not be removed, and which is tried again the next night: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonAged(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonAged))]
    public Task RunAsync([QueueTrigger(Queues.Aged + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Aged, message, cancellation);
}
