using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Silences one household and all that hangs on it.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SilenceHousehold(Workflows.SilenceHousehold workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SilenceHousehold))]
    public Task RunAsync([QueueTrigger(Queues.Silences)] SilenceReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
