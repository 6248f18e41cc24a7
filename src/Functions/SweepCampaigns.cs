using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Every minute: begins campaigns, queues what is lost, ends those that are settled.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SweepCampaigns(Workflows.SweepCampaigns workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SweepCampaigns))]
    public Task RunAsync([TimerTrigger("45 * * * * *")] TimerInfo timer, CancellationToken cancellation) => workflow.RunAsync(cancellation);
}
