using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Every five minutes: sweeps what is due into chunks.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SendDueNotices(Workflows.SendDueNotices workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SendDueNotices))]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => workflow.RunAsync(cancellation);
}
