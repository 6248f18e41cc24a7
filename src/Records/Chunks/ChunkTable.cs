using Azure;
using Azure.Data.Tables;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Chunks;

/// <summary>Chunks. A chunk that has been sent stays, closed, until the receipts of its notices are due.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="time">Real time.</param>
/// <param name="leases">How long a lease holds.</param>
public sealed partial class ChunkTable(Tables tables, TimeProvider time, LeaseOptions leases)
{
    internal const string Name = "CampaignChunks";

    /// <summary>Adds chunks of one batch, a hundred in a transaction, or opens ones again that were closed.</summary>
    /// <param name="chunks">The chunks.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The messages to queue; none for a chunk that is open, which means that it is queued already.</returns>
    public async Task<IReadOnlyList<ChunkReference>> AddAsync(IReadOnlyCollection<Chunk> chunks, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var added = new List<ChunkReference>(chunks.Count);
        foreach (var part in chunks.Chunk(Tables.TransactionLimit))
        {
            if (await table.TryAddAllAsync(part.Select(chunk => ChunkRows.Of(chunk, time.GetUtcNow())), cancellation).ConfigureAwait(false))
            {
                added.AddRange(part.Select(ReferenceOf));
                continue;
            }

            foreach (var chunk in part)
            {
                if (await AddAsync(chunk, cancellation).ConfigureAwait(false) is { } reference)
                {
                    added.Add(reference);
                }
            }
        }

        return added;
    }

    /// <summary>Adds a chunk, or opens one again that was closed.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The message to queue; null when the chunk is open, which means that it is queued already.</returns>
    public async Task<ChunkReference?> AddAsync(Chunk chunk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var reference = ReferenceOf(chunk);
        if (await table.TryAddAsync(ChunkRows.Of(chunk, time.GetUtcNow()), cancellation).ConfigureAwait(false))
        {
            return reference;
        }

        var found = await table.GetEntityIfExistsAsync<TableEntity>(chunk.Batch, chunk.Id, cancellationToken: cancellation).ConfigureAwait(false);
        if (!found.HasValue || found.Value is not { } row || row.GetInstant(ChunkRows.ReceiptsBy) is null)
        {
            return null;
        }

        // The receipts of the earlier range are awaited with the new one's.
        var before = ChunkRows.Chunk(row);
        var again = ChunkRows.Of(before.To > chunk.To ? chunk with { To = before.To } : chunk, time.GetUtcNow());
        again["Epoch"] = row.GetInt32("Epoch") ?? 0;
        return await TryReplaceAsync(table, again, row.ETag, cancellation).ConfigureAwait(false) ? reference : null;
    }

    /// <summary>Notes that a chunk has been put on the queue again, or will be: until its message is taken for lost, nobody looks for it.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="wait">How long from now.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The message to queue; null when the chunk has been closed meanwhile.</returns>
    public async Task<ChunkReference?> RequeuedAsync(Chunk chunk, Duration wait, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(chunk.Batch, chunk.Id) { ["QueuedAt"] = time.GetUtcNow() + wait.ToTimeSpan() };
        try
        {
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            return ReferenceOf(chunk);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Forgets a chunk: everything about it is settled, or its notices are to be cut into chunks anew.</summary>
    /// <param name="reference">The chunk.</param>
    /// <param name="version">Its version; null for any.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone, or has changed meanwhile and stays.</returns>
    public async Task RemoveAsync(ChunkReference reference, string? version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        try
        {
            var etag = version is null ? ETag.All : new ETag(version);
            await table.DeleteEntityAsync(reference.Batch, reference.Chunk, etag, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // Opened again: not ours to forget.
        }
    }

    /// <summary>Finds a chunk, open or closed.</summary>
    /// <param name="reference">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The chunk; null when it is gone.</returns>
    public async Task<Chunk?> FindAsync(ChunkReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            reference.Batch, reference.Chunk, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue && found.Value is { } row ? ChunkRows.Chunk(row) : null;
    }

    private static ChunkReference ReferenceOf(Chunk chunk) => new(chunk.Batch, chunk.Id);

    private static async Task<bool> TryReplaceAsync(TableClient table, TableEntity row, ETag version, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(row, version, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 412 or 404)
        {
            return false;
        }
    }
}
