using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Aging;

namespace Notifieringar.Functions;

/// <summary>Removes what has become too old from a part of a unit.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ForgetAged(Workflows.ForgetAged workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(ForgetAged))]
    public Task RunAsync([QueueTrigger(Queues.Aged)] AgingReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
