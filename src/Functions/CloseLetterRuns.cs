using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Every five minutes: queues letter runs that have closed.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class CloseLetterRuns(Workflows.CloseLetterRuns workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(CloseLetterRuns))]
    public Task RunAsync([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => workflow.RunAsync(cancellation);
}
