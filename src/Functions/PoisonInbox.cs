using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Messages that could not be read, and stay in Work to be tried again: noted under Problems.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class PoisonInbox(NotePoisonMessage workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(PoisonInbox))]
    public Task RunAsync([QueueTrigger(Queues.Inbox + Queues.Poison)] string message, CancellationToken cancellation) =>
        workflow.RunAsync(Queues.Inbox, message, cancellation);
}
