using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Every hour: queues chunks whose receipts should have come, and chunks that nobody works on.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SweepOverdueReceipts(Workflows.SweepOverdueReceipts workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SweepOverdueReceipts))]
    public Task RunAsync([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken cancellation) => workflow.RunAsync(cancellation);
}
