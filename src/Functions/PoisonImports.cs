using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>An import that failed for good: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonImports(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonImports))]
    public Task RunAsync([QueueTrigger(Queues.Imports + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Imports, message, cancellation);
}
