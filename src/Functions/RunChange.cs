using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Carries out one change of an occasion.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class RunChange(Workflows.RunChange workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(RunChange))]
    public Task RunAsync([QueueTrigger(Queues.Changes)] ChangeReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
