using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace Notifieringar.Records.Storage;

/// <summary>Small readings and writings that every table shares.</summary>
internal static class TableExtensions
{
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A filter on one partition and a range of row keys.</summary>
    public static string Range(string partition, string from, string end) =>
        $"PartitionKey eq {Quoted(partition)} and RowKey ge {Quoted(from)} and RowKey lt {Quoted(end)}";

    /// <summary>Tells whether a text that has been out in a form may be a row's version, as the service writes it; <c>*</c> is none.</summary>
    public static bool IsVersion(string text) => text.StartsWith("W/\"", StringComparison.Ordinal) && text.All(sign => sign is > ' ' and < (char)127);

    public static Instant? GetInstant(this TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } value ? Instant.FromDateTimeOffset(value) : null;

    /// <summary>Adds a row; false when its key is taken.</summary>
    public static async Task<bool> TryAddAsync(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Adds rows of one partition, at most a transaction's, all or none; false when a key is taken.</summary>
    public static async Task<bool> TryAddAllAsync(this TableClient table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TableTransactionFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Writes rows, those of a partition together; one that exists is replaced.</summary>
    public static async Task PutAllAsync(this TableClient table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var part in partition.Chunk(Tables.TransactionLimit))
            {
                await table.SubmitTransactionAsync(
                    part.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Deletes rows of one partition, also when some are gone already.</summary>
    public static Task DeleteAllAsync(this TableClient table, string partition, IEnumerable<string> rowKeys, CancellationToken cancellation) =>
        table.DeleteAllAsync(partition, rowKeys.Select(key => (key, ETag.All)), cancellation);

    /// <summary>Deletes rows of one partition, each only in the version given: one that has been written since is somebody's news and stays.</summary>
    public static async Task DeleteAllAsync(
        this TableClient table, string partition, IEnumerable<(string Key, ETag Version)> rows, CancellationToken cancellation)
    {
        foreach (var part in rows.DistinctBy(row => row.Key, StringComparer.Ordinal).Chunk(Tables.TransactionLimit))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    part.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, row.Key), row.Version)),
                    cancellation).ConfigureAwait(false);
            }
            catch (TableTransactionFailedException changed) when (changed.Status is 404 or 412)
            {
                foreach (var (key, version) in part)
                {
                    await table.TryDeleteAsync(partition, key, version, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Deletes what a filter finds, each row only in the version found.</summary>
    /// <returns>How many were found.</returns>
    public static async Task<int> RemoveFoundAsync(this TableClient table, string filter, CancellationToken cancellation)
    {
        var count = 0;
        var rows = table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation);
        await foreach (var page in rows.AsPages().ConfigureAwait(false))
        {
            foreach (var partition in page.Values.GroupBy(row => row.PartitionKey))
            {
                await table.DeleteAllAsync(partition.Key, partition.Select(row => (row.RowKey, row.ETag)), cancellation).ConfigureAwait(false);
            }

            count += page.Values.Count;
        }

        return count;
    }

    private static async Task TryDeleteAsync(this TableClient table, string partition, string key, ETag version, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(partition, key, version, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // Written since.
        }
    }
}
