using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A unit's planning that failed for good: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonVisitPlans(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonVisitPlans))]
    public Task RunAsync([QueueTrigger(Queues.VisitPlans + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.VisitPlans, message, cancellation);
}
