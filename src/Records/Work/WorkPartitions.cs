using Azure.Data.Tables;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Work;

/// <summary>The queue message of a Work partition: it names the partition, not what stands in it.</summary>
/// <param name="Partition">The Work partition.</param>
public sealed record WorkPartition(string Partition);

/// <summary>Finds the partitions of Work that hold something to do, however old.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class WorkPartitions(Tables tables)
{
    /// <summary>Receipts to record.</summary>
    public const string Receipts = "receipt";

    /// <summary>Messages to read.</summary>
    public const string Messages = "inbound";

    /// <summary>The partitions up to a moment that hold a kind of work.</summary>
    /// <param name="kind">What the row keys begin with.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Each once, in order of hour.</returns>
    public async Task<IReadOnlyCollection<WorkPartition>> HoldingAsync(string kind, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var partitions = new SortedSet<string>(StringComparer.Ordinal);
        var filter = $"PartitionKey lt {TableExtensions.Quoted(Keys.WorkEnd(now))} and RowKey ge '{kind}~' and RowKey lt '{kind}~~'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellation).ConfigureAwait(false))
        {
            partitions.Add(row.PartitionKey);
        }

        return [.. partitions.Select(partition => new WorkPartition(partition))];
    }
}
