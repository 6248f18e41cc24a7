using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.People;

/// <summary>Finds notices that have been sent, or claimed to be, and have not been settled by their senders.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class UnsettledNotices(Tables tables)
{
    private static readonly string States = string.Join(
        " or ",
        new[] { NoticeState.Claimed, NoticeState.Accepted, NoticeState.Unknown, NoticeState.Released, NoticeState.RefusedTemporary }
            .Select(state => $"State eq '{state}'"));

    /// <summary>Those of a range of people, read by one range query.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="from">First person.</param>
    /// <param name="to">Last person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Each with its state as receipts have left it, which may be settled after all.</returns>
    public async IAsyncEnumerable<(PersonId Person, Notice Notice)> ReadAsync(
        UnitId unit, string shard, PersonId from, PersonId to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var filter = $"{TableExtensions.Range(Keys.People(unit, shard), from.Value, Keys.End(to))} and ({States})";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var (person, _, key) = Keys.ParsePeopleRow(row.RowKey);
            yield return (person, NoticeRows.Notice(row, key));
        }
    }
}
