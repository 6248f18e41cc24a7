using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Work;

/// <summary>Messages from people that wait to be read, in the Work table: each row names a row of Inbox.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class WaitingMessages(Tables tables)
{
    // A message belongs to no person yet, so it has no shard of its own.
    private const string Shard = "0";

    /// <summary>Says that a message is to be read.</summary>
    /// <param name="unit">The Inbox partition it stands in.</param>
    /// <param name="message">Its Inbox row key.</param>
    /// <param name="now">When, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task PutAsync(UnitId unit, string message, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var row = new TableEntity(Keys.Work(now, unit, Shard), Keys.Inbound(message));
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>The messages of a partition.</summary>
    /// <param name="partition">The Work partition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The Inbox partition and row key of each.</returns>
    public async IAsyncEnumerable<(UnitId Unit, string Message)> ReadAsync(string partition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var filter = TableExtensions.Range(partition, $"{WorkPartitions.Messages}~", $"{WorkPartitions.Messages}~~");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            yield return (Keys.ParseWork(partition).Unit, row.RowKey.Split('~', 2)[1]);
        }
    }

    /// <summary>Removes a message that is dealt with.</summary>
    /// <param name="partition">The Work partition.</param>
    /// <param name="message">Its Inbox row key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task RemoveAsync(string partition, string message, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        await table.DeleteEntityAsync(partition, Keys.Inbound(message), ETag.All, cancellation).ConfigureAwait(false);
    }
}
