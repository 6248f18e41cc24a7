using Azure.Data.Tables;

namespace Notifieringar.Bench.Storing;

/// <summary>Writes rows as fast as the emulator takes them: nothing is read, decided or checked.</summary>
internal static class RawRows
{
    private const int TransactionLimit = 100;

    /// <summary>One after the other, or some at once.</summary>
    public static async Task<TimeSpan> OneByOneAsync(TableClient table, IReadOnlyCollection<TableEntity> rows, int atOnce, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
            async (row, token) => await table.UpsertEntityAsync(row, TableUpdateMode.Replace, token));
        return TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>A transaction for every hundred rows of a partition, some at once.</summary>
    public static async Task<TimeSpan> InBatchesAsync(TableClient table, IEnumerable<TableEntity> rows, int atOnce, CancellationToken cancellation)
    {
        var batches = rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(TransactionLimit)).ToList();
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
            async (batch, token) => await table.SubmitTransactionAsync(
                batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), token));
        return TimeProvider.System.GetElapsedTime(started);
    }
}
