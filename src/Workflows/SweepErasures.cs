using Microsoft.Extensions.Logging;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Queues every erasure in progress again, however old: it may wait for something, or its worker has been killed.</summary>
/// <param name="journal">The journal.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class SweepErasures(ErasureJournal journal, Queues queues, IClock clock, ILogger<SweepErasures> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every erasure in progress is queued.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var open = await journal.InProgressAsync(clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        foreach (var reference in open)
        {
            await queues.SendAsync(Queues.Erasures, reference, delay: null, cancellation).ConfigureAwait(false);
        }

        if (open.Count > 0)
        {
            Log.Swept(logger, open.Count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} erasures in progress were queued again.")]
        public static partial void Swept(ILogger logger, int count);
    }
}
