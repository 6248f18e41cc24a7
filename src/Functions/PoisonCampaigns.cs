using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Shards whose people could not be invited, and are queued again by the sweep: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonCampaigns(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonCampaigns))]
    public Task RunAsync([QueueTrigger(Queues.Campaigns + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Campaigns, message, cancellation);
}
