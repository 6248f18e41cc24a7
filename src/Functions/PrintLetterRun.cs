using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Prints a unit's closed letter run.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PrintLetterRun(Workflows.PrintLetterRun workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PrintLetterRun))]
    public Task RunAsync([QueueTrigger(Queues.LetterRuns)] LetterRunReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
