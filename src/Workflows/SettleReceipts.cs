using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Closes the books of a chunk whose receipts should have come: counts what nobody has heard of, and puts back in Work whatever
/// its sender has left behind.</summary>
/// <param name="chunks">Chunks.</param>
/// <param name="notices">Its notices.</param>
/// <param name="due">Due notices.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class SettleReceipts(
    ChunkTable chunks, UnsettledNotices notices, DueNotices due, IClock clock, ILogger<SettleReceipts> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="overdue">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the chunk is forgotten; one that is gone or open again is left alone.</returns>
    public async Task RunAsync(OverdueChunk overdue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(overdue);
        var reference = new ChunkReference(overdue.Batch, overdue.Chunk);
        if (await chunks.FindAsync(reference, cancellation).ConfigureAwait(false) is not { } chunk)
        {
            return;
        }

        var unheard = 0;
        var left = new List<DueNotice>();
        await foreach (var (person, notice) in notices.ReadAsync(chunk.Unit, chunk.Shard, chunk.From, chunk.To, cancellation).ConfigureAwait(false))
        {
            if (!chunk.IsAbout(notice.Key.Programme, notice.Key.Step, new OccasionId(notice.Key.Occasion)))
            {
                continue;
            }

            unheard += notice.State == NoticeState.Accepted ? 1 : 0;
            if (IsLeft(notice))
            {
                left.Add(new DueNotice(
                    chunk.Unit, chunk.Shard, clock.GetCurrentInstant(), person, new OccasionId(notice.Key.Occasion), chunk.Programme, chunk.Step));
            }
        }

        await due.PutAsync(left, cancellation).ConfigureAwait(false);
        await chunks.RemoveAsync(reference, overdue.Version, cancellation).ConfigureAwait(false);
        NoticeMetrics.Missing(chunk.Programme, unheard);
        Log.Settled(logger, overdue.Batch, chunk.LogName, unheard, left.Count);
    }

    // A claimed letter waits for its run, where others look for it.
    private static bool IsLeft(Notice notice) => notice.State switch
    {
        NoticeState.Claimed => notice.Channel != Channel.Letter,
        NoticeState.Unknown or NoticeState.Released or NoticeState.RefusedTemporary => true,
        _ => false,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Chunk {Batch}/{Chunk}: {Unheard} notices never got a receipt, {Left} were left behind and are due again.")]
        public static partial void Settled(ILogger logger, string batch, string chunk, int unheard, int left);
    }
}
