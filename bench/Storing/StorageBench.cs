using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Notifieringar.Bench.Machines;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench.Storing;

/// <summary>What the storage emulator does by itself: the limit of everything else that is measured here. Its figures say nothing of Azure.</summary>
internal sealed class StorageBench : IBench
{
    private const int Partitions = 16;
    private const int Singles = 2_000;
    private const int Messages = 1_000;
    private const int Reads = 40;

    private static readonly Size Rows = new("--rows", 50_000, "written in batches");

    public string Name => "storage";

    public string Summary => "the emulator alone: single rows, batches, range queries, queue messages";

    public IReadOnlyList<Size> Sizes => [Rows];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        await using var machine = await BenchMachine.StartAsync(counts: false, cancellation);
        var count = sizes[Rows];
        var single = await SinglesAsync(machine, atOnce: 1, cancellation);
        var baseline = new Baseline(single, "single rows, one at a time");
        var rows = new List<Row> { new("single rows, one at a time", single, "rows/s") };
        rows.Add(new Row("single rows, 16 at once", await SinglesAsync(machine, atOnce: 16, cancellation), "rows/s") { Baseline = baseline });
        foreach (var atOnce in new[] { 1, 4, 16 })
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"batches of 100, {atOnce} at once");
            rows.Add(new Row(name, await BatchesAsync(machine, count, atOnce, cancellation), "rows/s") { Baseline = baseline });
        }

        rows.AddRange(await RangesAsync(machine, count, cancellation));
        rows.Add(new Row("queue messages put, received and deleted", await MessagesAsync(machine, cancellation), "messages/s") { Baseline = new Baseline(single, "single rows, one at a time") });
        return new Measurement("storage", string.Create(CultureInfo.InvariantCulture, $"the emulator in memory, {count:N0} rows of a person in {Partitions} partitions"), rows)
        {
            Notes = ["A range query of the emulator takes longer the more rows its table has; one of Azure does not."],
        };
    }

    private static async Task<double> SinglesAsync(BenchMachine machine, int atOnce, CancellationToken cancellation)
    {
        var table = await NewTableAsync(machine, $"Single{atOnce}");
        return Singles / (await RawRows.OneByOneAsync(table, [.. RawPeople.Of(Singles, Partitions)], atOnce, cancellation)).TotalSeconds;
    }

    private static async Task<double> BatchesAsync(BenchMachine machine, int count, int atOnce, CancellationToken cancellation)
    {
        var table = await NewTableAsync(machine, $"Batch{atOnce}");
        return count / (await RawRows.InBatchesAsync(table, RawPeople.Of(count, Partitions), atOnce, cancellation)).TotalSeconds;
    }

    private static async Task<IEnumerable<Row>> RangesAsync(BenchMachine machine, int count, CancellationToken cancellation)
    {
        var few = Math.Max(Partitions * 100, count / 10);
        var table = await NewTableAsync(machine, "Few");
        await RawRows.InBatchesAsync(table, RawPeople.Of(few, Partitions), 4, cancellation);
        var small = await RangeAsync(table, cancellation);
        var large = await RangeAsync(machine.Service.GetTableClient("Batch1"), cancellation);
        return
        [
            new Row("a range of about 100 rows", large, "ms") { Baseline = new Baseline(small, string.Create(CultureInfo.InvariantCulture, $"the same in a table of {few:N0} rows")) },
        ];
    }

    private static async Task<double> RangeAsync(TableClient table, CancellationToken cancellation)
    {
        var all = await table.QueryAsync<TableEntity>("PartitionKey eq 'p00'", maxPerPage: 101, select: ["RowKey"], cancellationToken: cancellation).Take(101).ToListAsync(cancellation);
        var filter = $"PartitionKey eq 'p00' and RowKey ge '{all[0].RowKey}' and RowKey lt '{all[^1].RowKey}'";
        var started = TimeProvider.System.GetTimestamp();
        for (var read = 0; read < Reads; read++)
        {
            await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).CountAsync(cancellation);
        }

        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds / Reads;
    }

    private static async Task<double> MessagesAsync(BenchMachine machine, CancellationToken cancellation)
    {
        var queue = new QueueServiceClient(machine.Machine.ConnectionString).GetQueueClient("bench");
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var started = TimeProvider.System.GetTimestamp();
        for (var message = 0; message < Messages; message++)
        {
            await queue.SendMessageAsync("hej", cancellation);
            foreach (var received in (await queue.ReceiveMessagesAsync(1, cancellationToken: cancellation)).Value)
            {
                await queue.DeleteMessageAsync(received.MessageId, received.PopReceipt, cancellation);
            }
        }

        return Messages / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<TableClient> NewTableAsync(BenchMachine machine, string name)
    {
        var table = machine.Service.GetTableClient(name);
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
