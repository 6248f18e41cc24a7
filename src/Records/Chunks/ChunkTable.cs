using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Chunks;

/// <summary>Chunks. A chunk that has been sent stays, closed, until the receipts of its notices are due.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="time">Real time.</param>
/// <param name="leases">How long a lease holds.</param>
public sealed class ChunkTable(Tables tables, TimeProvider time, LeaseOptions leases)
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

    /// <summary>The open chunks of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Each with whether its message may be lost: not leased and not queued lately.</returns>
    public async Task<IReadOnlyList<(Chunk Chunk, bool LooksLost)>> OpenAsync(string batch, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var open = new List<(Chunk, bool)>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(batch)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (row.GetInstant(ChunkRows.ReceiptsBy) is not null)
            {
                continue;
            }

            open.Add((ChunkRows.Chunk(row), LooksLost(row, now)));
        }

        return open;
    }

    /// <summary>Open chunks whose message may be lost, of all batches: what was due in them may have been settled by others, so that nothing else
    /// leads to them.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Each once.</returns>
    public async IAsyncEnumerable<Chunk> LostAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var filter = $"QueuedAt lt datetime'{InstantPattern.ExtendedIso.Format(now)}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (row.GetString("Programme") is not null && row.GetInstant(ChunkRows.ReceiptsBy) is null && LooksLost(row, now))
            {
                yield return ChunkRows.Chunk(row);
            }
        }
    }

    private bool LooksLost(TableEntity row, Instant now) =>
        Instant.Max(row.GetInstant("QueuedAt") ?? Instant.MinValue, row.GetInstant("LeaseUntil") ?? Instant.MinValue) + leases.Time + leases.Time < now;

    /// <summary>Counts the people in a campaign's chunks.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those in open chunks, and those in closed ones whose receipts are awaited.</returns>
    public async Task<(int Open, int Closed)> CountAsync(Campaign campaign, CancellationToken cancellation)
    {
        var batch = Keys.CampaignBatch(campaign, "");
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var (open, closed) = (0, 0);
        var filter = $"PartitionKey ge {TableExtensions.Quoted(batch)} and PartitionKey lt {TableExtensions.Quoted(batch + "~")}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["Count", ChunkRows.ReceiptsBy], cancellationToken: cancellation).ConfigureAwait(false))
        {
            var count = row.GetInt32("Count") ?? 0;
            (open, closed) = row.GetInstant(ChunkRows.ReceiptsBy) is null ? (open + count, closed) : (open, closed + count);
        }

        return (open, closed);
    }

    /// <summary>Notes that a chunk has been put on the queue again.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The message to queue; null when the chunk has been closed meanwhile.</returns>
    public async Task<ChunkReference?> RequeuedAsync(Chunk chunk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(chunk.Batch, chunk.Id) { ["QueuedAt"] = time.GetUtcNow() };
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

    /// <summary>Closed chunks whose receipts should be there by now, however old.</summary>
    /// <param name="now">The moment, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Each with its version.</returns>
    public async IAsyncEnumerable<(Chunk Chunk, string Version)> OverdueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var filter = $"{ChunkRows.ReceiptsBy} le datetime'{InstantPattern.ExtendedIso.Format(now)}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            yield return (ChunkRows.Chunk(row), row.ETag.ToString("G"));
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
