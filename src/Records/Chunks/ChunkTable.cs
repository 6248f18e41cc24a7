using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Chunks;

/// <summary>Chunks and their leases, taken by ETag. Leases run on real time.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="time">Real time.</param>
public sealed class ChunkTable(Tables tables, TimeProvider time)
{
    private const string Name = "CampaignChunks";

    /// <summary>How long a lease holds: longer than any chunk takes, shorter than the provider's repeatability window.</summary>
    public static Duration LeaseTime { get; } = Duration.FromSeconds(45);

    /// <summary>Adds a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The message to queue; null when the chunk exists, which means that it is queued already.</returns>
    public async Task<ChunkReference?> AddAsync(Chunk chunk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(chunk.Batch, chunk.Id)
        {
            ["Unit"] = chunk.Unit.Value,
            ["To"] = chunk.To.Value,
            ["Programme"] = chunk.Programme,
            ["Step"] = chunk.Step,
            ["WorkPartition"] = chunk.WorkPartition,
            ["Count"] = chunk.Count,
            ["Epoch"] = 0,
            ["QueuedAt"] = time.GetUtcNow(),
        };
        return await table.TryAddAsync(row, cancellation).ConfigureAwait(false) ? new ChunkReference(chunk.Batch, chunk.Id) : null;
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
            var touched = Instant.Max(row.GetInstant("QueuedAt") ?? Instant.MinValue, row.GetInstant("LeaseUntil") ?? Instant.MinValue);
            open.Add((ChunkOf(row), touched + LeaseTime + LeaseTime < now));
        }

        return open;
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
            return new ChunkReference(chunk.Batch, chunk.Id);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Takes the lease of a chunk or of any other row of this table.</summary>
    /// <param name="reference">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The lease with its chunk; or how long to wait while someone else works on it; or neither when it is done.</returns>
    public async Task<LeaseOutcome> LeaseAsync(ChunkReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(reference.Batch, reference.Chunk, cancellationToken: cancellation).ConfigureAwait(false);
        if (!found.HasValue || found.Value is not { } row || row.GetString("Programme") is null)
        {
            return new LeaseOutcome(null, null, null);
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (row.GetInstant("LeaseUntil") is { } until && until > now)
        {
            return new LeaseOutcome(null, null, until - now);
        }

        var epoch = (row.GetInt32("Epoch") ?? 0) + 1;
        var taken = new TableEntity(reference.Batch, reference.Chunk) { ["Epoch"] = epoch, ["LeaseUntil"] = (now + LeaseTime).ToDateTimeOffset() };
        try
        {
            var updated = await table.UpdateEntityAsync(taken, row.ETag, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            var version = updated.Headers.ETag?.ToString("G") ?? "";
            return new LeaseOutcome(new Lease(reference.Batch, reference.Chunk, epoch, now + LeaseTime, version), ChunkOf(row), null);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 412 or 404)
        {
            return new LeaseOutcome(null, null, Duration.FromSeconds(2));
        }
    }

    /// <summary>Lets a lease go before its time, so that the chunk can be taken up again at once.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task ReleaseAsync(Lease lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var free = new TableEntity(lease.Batch, lease.Row) { ["LeaseUntil"] = time.GetUtcNow(), ["QueuedAt"] = time.GetUtcNow() };
        try
        {
            await table.UpdateEntityAsync(free, new ETag(lease.Version), TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException taken) when (taken.Status is 412 or 404)
        {
            // The lease ran out and another sender has it: theirs to finish.
        }
    }

    /// <summary>Ends a chunk whose notices are all settled.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the row is gone.</returns>
    public async Task CloseAsync(Lease lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        try
        {
            await table.DeleteEntityAsync(lease.Batch, lease.Row, new ETag(lease.Version), cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException taken) when (taken.Status == 412)
        {
            // As above.
        }
    }

    private static Chunk ChunkOf(TableEntity row)
    {
        var id = row.RowKey.Split('~');
        return new Chunk(
            row.PartitionKey,
            new UnitId(row.GetString("Unit") ?? ""),
            id[0],
            new PersonId(id[1]),
            new PersonId(row.GetString("To") ?? ""),
            row.GetString("Programme") ?? "",
            row.GetString("Step") ?? "",
            row.GetString("WorkPartition") ?? "",
            row.GetInt32("Count") ?? 0);
    }
}

/// <summary>What came of asking for a lease.</summary>
/// <param name="Lease">The lease, when it was free.</param>
/// <param name="Chunk">Its chunk.</param>
/// <param name="BusyFor">How long someone else may still work on it; null otherwise.</param>
public sealed record LeaseOutcome(Lease? Lease, Chunk? Chunk, Duration? BusyFor);
