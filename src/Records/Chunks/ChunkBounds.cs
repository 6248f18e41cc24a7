using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Chunks;

/// <summary>Moves the ends of key ranges off a person who is erased, to the ids beside it: without the person the ranges hold the same.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="queues">Queues: an open chunk that has got another name is queued by it.</param>
/// <param name="time">Real time.</param>
public sealed class ChunkBounds(Tables tables, Queues queues, TimeProvider time)
{
    // The row is renamed long before its message is seen.
    private static readonly Duration UntilRenamed = Duration.FromSeconds(30);

    /// <summary>Moves every end off a person.</summary>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when a range is being worked on: look again later.</returns>
    public async Task<bool> LeaveAsync(string shard, PersonId person, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(ChunkTable.Name).ConfigureAwait(false);
        var all = true;
        var filter = $"RowKey eq '{shard}~{person}' or To eq '{person}' or Cursor eq '{person}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            try
            {
                all &= !IsLeased(row) && await LeaveAsync(table, row, shard, person, cancellation).ConfigureAwait(false);
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
            {
                all = false;
            }
        }

        return all;
    }

    /// <summary>The id before or after a person's.</summary>
    /// <param name="person">The person.</param>
    /// <param name="isAfter">True for the one after.</param>
    /// <returns>An id that is nobody's.</returns>
    internal static PersonId Beside(PersonId person, bool isAfter)
    {
        var number = UInt128.Parse(person.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new PersonId((isAfter ? number + 1 : number - 1).ToString("x32", CultureInfo.InvariantCulture));
    }

    private async Task<bool> LeaveAsync(TableClient table, TableEntity row, string shard, PersonId person, CancellationToken cancellation)
    {
        var isFirst = row.RowKey == $"{shard}~{person}";
        var isLast = row.GetString("To") == person.Value;
        if (isFirst && isLast)
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation).ConfigureAwait(false);
        }
        else if (isFirst)
        {
            await RenameAsync(table, row, $"{shard}~{Beside(person, isAfter: true)}", cancellation).ConfigureAwait(false);
        }
        else
        {
            var moved = new TableEntity(row.PartitionKey, row.RowKey) { [isLast ? "To" : "Cursor"] = Beside(person, isAfter: false).Value };
            await table.UpdateEntityAsync(moved, row.ETag, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private async Task RenameAsync(TableClient table, TableEntity row, string key, CancellationToken cancellation)
    {
        if (row.GetInstant(ChunkRows.ReceiptsBy) is null)
        {
            await queues.SendAsync(Queues.Chunks, new ChunkReference(row.PartitionKey, key), UntilRenamed, cancellation).ConfigureAwait(false);
        }

        var renamed = new TableEntity(row.PartitionKey, key);
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp") && !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                renamed[name] = value;
            }
        }

        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, renamed),
            new(TableTransactionActionType.Delete, row, row.ETag),
        ];
        await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
    }

    // A closed chunk's lease says nothing any more.
    private bool IsLeased(TableEntity row) =>
        row.GetInstant(ChunkRows.ReceiptsBy) is null && row.GetInstant("LeaseUntil") is { } until && until > Instant.FromDateTimeOffset(time.GetUtcNow());
}
