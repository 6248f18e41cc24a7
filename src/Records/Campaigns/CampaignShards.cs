using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Campaigns;

/// <summary>How far the inviting of one shard's people has come.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Cursor">The last person looked at; empty before the first.</param>
/// <param name="IsDone">True when everyone has been looked at.</param>
/// <param name="Invited">How many have been invited.</param>
/// <param name="TouchedAt">Real time of the last step.</param>
/// <param name="Version">The row's version as read.</param>
public sealed record CampaignShard(string Shard, string Cursor, bool IsDone, int Invited, Instant TouchedAt, string Version = "");

/// <summary>The inviting of a campaign's people, shard by shard. Its message is lost when it has not been touched for long.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="time">Real time.</param>
public sealed class CampaignShards(Tables tables, TimeProvider time)
{
    /// <summary>Adds the shards of a campaign that begins; those that exist stay.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="shards">The unit's shards.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When all exist.</returns>
    public async Task AddAsync(Campaign campaign, IEnumerable<string> shards, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(shards);
        var table = await tables.GetAsync(Chunks.ChunkTable.Name).ConfigureAwait(false);

        // Untouched since ever: the sweep that adds a shard queues it.
        var rows = shards.Select(shard => Row(campaign, new CampaignShard(shard, "", IsDone: false, 0, Instant.FromUnixTimeSeconds(0))));
        foreach (var part in rows.Chunk(Tables.TransactionLimit))
        {
            if (await table.TryAddAllAsync(part, cancellation).ConfigureAwait(false))
            {
                continue;
            }

            foreach (var row in part)
            {
                await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>All shards of a campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By shard; none before it has begun.</returns>
    public async Task<IReadOnlyList<CampaignShard>> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Chunks.ChunkTable.Name).ConfigureAwait(false);
        var found = new List<CampaignShard>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(Partition(campaign))}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(new CampaignShard(
                row.RowKey,
                row.GetString("Cursor") ?? "",
                row.GetBoolean("IsDone") ?? false,
                row.GetInt32("Invited") ?? 0,
                row.GetInstant("TouchedAt") ?? Instant.MinValue,
                row.ETag.ToString("G")));
        }

        return found;
    }

    /// <summary>Writes how far a shard has come.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="shard">The shard, with the version it was read or written in.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The shard in its new version; null when someone else works on it.</returns>
    public async Task<CampaignShard?> WriteAsync(Campaign campaign, CampaignShard shard, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(shard);
        var table = await tables.GetAsync(Chunks.ChunkTable.Name).ConfigureAwait(false);
        var touched = shard with { TouchedAt = Instant.FromDateTimeOffset(time.GetUtcNow()) };
        try
        {
            var written = await table.UpdateEntityAsync(Row(campaign, touched), new ETag(shard.Version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return touched with { Version = written.Headers.ETag?.ToString("G") ?? "" };
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return null;
        }
    }

    private static string Partition(Campaign campaign) => $"expand~{campaign.Unit}~{campaign.Id}";

    private static TableEntity Row(Campaign campaign, CampaignShard shard) => new(Partition(campaign), shard.Shard)
    {
        ["Cursor"] = shard.Cursor,
        ["IsDone"] = shard.IsDone,
        ["Invited"] = shard.Invited,
        ["TouchedAt"] = shard.TouchedAt.ToDateTimeOffset(),
    };
}
