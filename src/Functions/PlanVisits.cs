using Microsoft.Azure.Functions.Worker;
using Notifieringar.Workflows.Visits;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Proposes a unit's visits.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PlanVisits(Workflows.PlanVisits workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PlanVisits))]
    public Task RunAsync([QueueTrigger(Queues.VisitPlans)] VisitPlanReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
