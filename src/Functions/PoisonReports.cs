using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A unit's counting that failed for good: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonReports(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonReports))]
    public Task RunAsync([QueueTrigger(Queues.Reports + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Reports, message, cancellation);
}
