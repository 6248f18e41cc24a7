using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Finds what the hooks have put in Work and queues its partitions.</summary>
/// <param name="work">Work.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Says which hours have begun.</param>
public sealed class SweepReceipts(WorkPartitions work, Queues queues, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every partition with receipts or messages is queued.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var (kind, queue) in new[] { (WorkPartitions.Receipts, Queues.Receipts), (WorkPartitions.Messages, Queues.Inbox) })
        {
            foreach (var partition in await work.HoldingAsync(kind, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false))
            {
                await queues.SendAsync(queue, partition, delay: null, cancellation).ConfigureAwait(false);
            }
        }
    }
}
