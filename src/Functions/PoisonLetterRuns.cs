using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A letter run that failed for good: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonLetterRuns(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonLetterRuns))]
    public Task RunAsync([QueueTrigger(Queues.LetterRuns + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.LetterRuns, message, cancellation);
}
