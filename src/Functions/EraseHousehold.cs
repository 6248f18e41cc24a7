using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Erases one household.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class EraseHousehold(Workflows.EraseHousehold workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(EraseHousehold))]
    public Task RunAsync([QueueTrigger(Queues.Erasures)] ErasureReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
