using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Functions;

/// <summary>Invites the people of one shard to what a campaign is about.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ExpandCampaign(Workflows.ExpandCampaign workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(ExpandCampaign))]
    public Task RunAsync([QueueTrigger(Queues.Campaigns)] CampaignReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
