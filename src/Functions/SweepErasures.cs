using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Every minute: queues erasures in progress again.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SweepErasures(Workflows.SweepErasures workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SweepErasures))]
    public Task RunAsync([TimerTrigger("45 * * * * *")] TimerInfo timer, CancellationToken cancellation) => workflow.RunAsync(cancellation);
}
