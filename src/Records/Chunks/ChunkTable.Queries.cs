using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Chunks;

// What is asked of many chunks at once.
public sealed partial class ChunkTable
{
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

    /// <summary>Tells whether a person stands in an open chunk that a campaign has cut from its people.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True while the person may be about to be told.</returns>
    public async Task<bool> HoldsAsync(Campaign campaign, PersonId person, CancellationToken cancellation) =>
        (await OpenAsync(Keys.CampaignBatch(campaign, ""), cancellation).ConfigureAwait(false))
            .Any(open => person >= open.Chunk.From && person <= open.Chunk.To);

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

    /// <summary>Counts the people of a unit whom a campaign should have told before a moment, and whose chunks are open.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="moment">The moment, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many.</returns>
    public async Task<int> CountLateAsync(UnitId unit, Instant moment, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var batch = Keys.CampaignBatches(unit);
        var late = 0;
        var filter = $"PartitionKey ge {TableExtensions.Quoted(batch)} and PartitionKey lt {TableExtensions.Quoted(batch + "~")}"
            + $" and {ChunkRows.DueAt} lt datetime'{InstantPattern.ExtendedIso.Format(moment)}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["Count", ChunkRows.ReceiptsBy], cancellationToken: cancellation).ConfigureAwait(false))
        {
            late += row.GetInstant(ChunkRows.ReceiptsBy) is null ? row.GetInt32("Count") ?? 0 : 0;
        }

        return late;
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

    private bool LooksLost(TableEntity row, Instant now) =>
        Instant.Max(row.GetInstant("QueuedAt") ?? Instant.MinValue, row.GetInstant("LeaseUntil") ?? Instant.MinValue) + leases.Time + leases.Time < now;
}
