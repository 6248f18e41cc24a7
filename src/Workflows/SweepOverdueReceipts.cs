using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>The queue message of a chunk whose receipts should have come.</summary>
/// <param name="Batch">The chunk's batch.</param>
/// <param name="Chunk">The chunk's id.</param>
/// <param name="Version">The chunk row's version: a chunk that is opened again is not settled.</param>
public sealed record OverdueChunk(string Batch, string Chunk, string Version);

/// <summary>Finds chunks whose receipts should have come, and chunks that nobody works on, and queues them.</summary>
/// <param name="chunks">Chunks.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class SweepOverdueReceipts(ChunkTable chunks, Queues queues, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every one is queued.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var (chunk, version) in chunks.OverdueAsync(clock.GetCurrentInstant(), cancellation).ConfigureAwait(false))
        {
            await queues.SendAsync(Queues.OverdueReceipts, new OverdueChunk(chunk.Batch, chunk.Id, version), delay: null, cancellation).ConfigureAwait(false);
        }

        await foreach (var lost in chunks.LostAsync(cancellation).ConfigureAwait(false))
        {
            if (await chunks.RequeuedAsync(lost, Duration.Zero, cancellation).ConfigureAwait(false) is { } again)
            {
                await queues.SendAsync(Queues.Chunks, again, delay: null, cancellation).ConfigureAwait(false);
            }
        }
    }
}
