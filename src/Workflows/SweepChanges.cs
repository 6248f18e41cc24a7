using Microsoft.Extensions.Logging;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Queues every change in progress again, however old: its message may have been lost, or its worker killed.</summary>
/// <param name="journal">The journal.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class SweepChanges(ChangeJournal journal, Queues queues, IClock clock, ILogger<SweepChanges> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every change in progress is queued.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var open = await journal.InProgressAsync(clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        foreach (var reference in open)
        {
            await queues.SendAsync(Queues.Changes, reference, delay: null, cancellation).ConfigureAwait(false);
        }

        if (open.Count > 0)
        {
            Log.Swept(logger, open.Count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} changes in progress were queued again.")]
        public static partial void Swept(ILogger logger, int count);
    }
}
