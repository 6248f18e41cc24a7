using Azure.Data.Tables;

namespace Notifieringar.Records.Storage;

/// <summary>Rows that are nothing but their keys, as those of an index: a transaction for every hundred of a partition, partitions side by side.</summary>
internal static class KeyRows
{
    // Partitions are independent of each other; more at once would only make them wait for one another.
    private const int AtOnce = 8;

    /// <summary>Writes rows; those that are there stay.</summary>
    public static Task PutAsync(TableClient table, IEnumerable<(string Partition, string Row)> keys, CancellationToken cancellation) => ForPartitionsAsync(
        keys, (partition, rows, token) => table.PutAllAsync(rows.Select(row => new TableEntity(partition, row)), token), cancellation);

    /// <summary>Removes rows; ones that are gone already do not matter.</summary>
    public static Task DeleteAsync(TableClient table, IEnumerable<(string Partition, string Row)> keys, CancellationToken cancellation) => ForPartitionsAsync(
        keys, (partition, rows, token) => table.DeleteAllAsync(partition, rows, token), cancellation);

    private static Task ForPartitionsAsync(
        IEnumerable<(string Partition, string Row)> keys, Func<string, IEnumerable<string>, CancellationToken, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            keys.Distinct().GroupBy(key => key.Partition, key => key.Row, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (partition, token) => await work(partition.Key, partition, token).ConfigureAwait(false));
}
