using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Work;

/// <summary>A receipt that waits to be recorded: which notice, what it says and when. No address, no text.</summary>
/// <param name="Partition">The Work partition it stands in.</param>
/// <param name="Person">The person.</param>
/// <param name="Key">The notice.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">When, by the provider's clock.</param>
/// <param name="Code">The provider's code; never personal data.</param>
/// <param name="Version">The row's version as read; null for one not written yet.</param>
public sealed record WaitingReceipt(
    string Partition, PersonId Person, NoticeKey Key, ReceiptKind Kind, Instant At, string? Code, string? Version = null);

/// <summary>Receipts in the Work table (docs/adr/0006-receipts-wait-in-work.md).</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class WaitingReceipts(Tables tables)
{
    private const int Parallel = 8;

    /// <summary>Writes receipts; one that waits already is replaced.</summary>
    /// <param name="receipts">The receipts, of any partitions; a receipt that comes twice counts by its latest word.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(IEnumerable<WaitingReceipt> receipts, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var parts = receipts
            .GroupBy(receipt => receipt.Partition, StringComparer.Ordinal)
            .SelectMany(partition => partition
                .GroupBy(receipt => (receipt.Person, receipt.Key, receipt.Kind))
                .Select(same => same.MaxBy(receipt => receipt.At)!)
                .Chunk(Tables.TransactionLimit));
        await System.Threading.Tasks.Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (part, token) => await table.SubmitTransactionAsync(
                part.Select(receipt => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(receipt))), token)
                .ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>The receipts of a partition.</summary>
    /// <param name="partition">The Work partition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of person.</returns>
    public async IAsyncEnumerable<WaitingReceipt> ReadAsync(string partition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var filter = TableExtensions.Range(partition, $"{WorkPartitions.Receipts}~", $"{WorkPartitions.Receipts}~~");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var parts = row.RowKey.Split('~', 3);
            var kindAt = parts[2].LastIndexOf('~');
            yield return new WaitingReceipt(
                partition,
                new PersonId(parts[1]),
                NoticeKey.Parse(parts[2][..kindAt]),
                Enum.Parse<ReceiptKind>(parts[2].AsSpan(kindAt + 1)),
                row.GetInstant("At") ?? Instant.MinValue,
                row.GetString("Code"),
                row.ETag.ToString("G"));
        }
    }

    /// <summary>Removes receipts that are recorded. One that has come again meanwhile stays and is recorded again.</summary>
    /// <param name="receipts">Receipts of one partition, as read.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(IReadOnlyCollection<WaitingReceipt> receipts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receipts);
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        foreach (var part in receipts.Chunk(Tables.TransactionLimit))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    part.Select(receipt => new TableTransactionAction(TableTransactionActionType.Delete, Row(receipt), new ETag(receipt.Version!))),
                    cancellation).ConfigureAwait(false);
            }
            catch (TableTransactionFailedException changed) when (changed.Status is 404 or 412)
            {
                foreach (var receipt in part)
                {
                    await TryRemoveAsync(table, receipt, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task TryRemoveAsync(TableClient table, WaitingReceipt receipt, CancellationToken cancellation)
    {
        var row = Row(receipt);
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, new ETag(receipt.Version!), cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Gone by someone else's hand, or come again: the next sweep finds it.
        }
    }

    private static TableEntity Row(WaitingReceipt receipt) =>
        new(receipt.Partition, Keys.Receipt(receipt.Person, receipt.Key, receipt.Kind))
        {
            ["At"] = receipt.At.ToDateTimeOffset(),
            ["Code"] = receipt.Code,
        };
}
