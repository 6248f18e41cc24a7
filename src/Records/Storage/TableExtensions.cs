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

    /// <summary>Deletes rows of one partition, also when some are gone already.</summary>
    public static async Task DeleteAllAsync(this TableClient table, string partition, IEnumerable<string> rowKeys, CancellationToken cancellation)
    {
        foreach (var part in rowKeys.Distinct(StringComparer.Ordinal).Chunk(Tables.TransactionLimit))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    part.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)),
                    cancellation).ConfigureAwait(false);
            }
            catch (TableTransactionFailedException missing) when (missing.Status == 404)
            {
                foreach (var key in part)
                {
                    await table.DeleteEntityAsync(partition, key, ETag.All, cancellation).ConfigureAwait(false);
                }
            }
        }
    }
}
