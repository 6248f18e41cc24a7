using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;

namespace Notifieringar.Functions;

/// <summary>Reads messages that somebody has sent us.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ReadInbox(Workflows.ReadInbox workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(ReadInbox))]
    public Task RunAsync([QueueTrigger(Queues.Inbox)] WorkPartition message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
