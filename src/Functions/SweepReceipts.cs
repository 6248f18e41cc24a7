using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Every minute: queues what the hooks have taken.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SweepReceipts(Workflows.SweepReceipts workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SweepReceipts))]
    public Task RunAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellation) => workflow.RunAsync(cancellation);
}
