using Azure;
using Azure.Data.Tables;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Chunks;

/// <summary>Leases of chunks, taken by ETag. They run on real time.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="time">Real time.</param>
/// <param name="options">How long a lease holds.</param>
public sealed class ChunkLeases(Tables tables, TimeProvider time, LeaseOptions options)
{
    /// <summary>Takes the lease of a chunk.</summary>
    /// <param name="reference">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The lease with its chunk; or how long to wait while someone else works on it; or neither when it is done.</returns>
    public async Task<LeaseOutcome> LeaseAsync(ChunkReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var table = await tables.GetAsync(ChunkTable.Name).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(reference.Batch, reference.Chunk, cancellationToken: cancellation).ConfigureAwait(false);
        if (!found.HasValue || found.Value is not { } row || row.GetString("Programme") is null
            || row.GetInstant(ChunkRows.ReceiptsBy) is not null)
        {
            return new LeaseOutcome(null, null, null);
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (row.GetInstant("LeaseUntil") is { } until && until > now)
        {
            return new LeaseOutcome(null, null, until - now);
        }

        // One for each lease, whoever holds it: the epochs of chunks that were forgotten and cut again begin anew, and a claim made under an
        // earlier lease must never be taken for one's own.
        var owner = Guid.NewGuid().ToString("N")[..12];
        var epoch = (row.GetInt32("Epoch") ?? 0) + 1;
        var taken = new TableEntity(reference.Batch, reference.Chunk)
        {
            ["Owner"] = owner,
            ["Epoch"] = epoch,
            ["LeaseUntil"] = (now + options.Time).ToDateTimeOffset(),
        };
        try
        {
            var updated = await table.UpdateEntityAsync(taken, row.ETag, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            var version = updated.Headers.ETag?.ToString("G") ?? "";
            return new LeaseOutcome(new Lease(reference.Batch, reference.Chunk, owner, epoch, now + options.Time, version), ChunkRows.Chunk(row), null);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 412 or 404)
        {
            return new LeaseOutcome(null, null, Duration.FromSeconds(2));
        }
    }

    /// <summary>Lets a lease go before its time, so that the chunk can be taken up again.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="delay">When its message will be seen again: until then it is not lost.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task ReleaseAsync(Lease lease, Duration delay, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var table = await tables.GetAsync(ChunkTable.Name).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var free = new TableEntity(lease.Batch, lease.Row) { ["LeaseUntil"] = now, ["QueuedAt"] = now + delay.ToTimeSpan() };
        try
        {
            await table.UpdateEntityAsync(free, new ETag(lease.Version), TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException taken) when (taken.Status is 412 or 404)
        {
            // The lease ran out and another sender has it: theirs to finish.
        }
    }

    /// <summary>Closes a chunk whose notices are all sent or settled.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="receiptsBy">When its receipts should be there, on the clock that decides what is due; null when none is awaited.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is closed; without receipts to await its row is gone.</returns>
    public async Task CloseAsync(Lease lease, Instant? receiptsBy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var table = await tables.GetAsync(ChunkTable.Name).ConfigureAwait(false);
        var version = new ETag(lease.Version);
        try
        {
            if (receiptsBy is { } by)
            {
                var closed = new TableEntity(lease.Batch, lease.Row) { [ChunkRows.ReceiptsBy] = by.ToDateTimeOffset() };
                await table.UpdateEntityAsync(closed, version, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            }
            else
            {
                await table.DeleteEntityAsync(lease.Batch, lease.Row, version, cancellation).ConfigureAwait(false);
            }
        }
        catch (RequestFailedException taken) when (taken.Status is 412 or 404)
        {
            // As above.
        }
    }
}
