using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>What is to be settled for one household at once.</summary>
/// <param name="Notices">Ledger rows to write, at most 90.</param>
/// <param name="Cancelled">Occasions that are called off for it.</param>
/// <param name="Closed">Its closed channels from now on; null when they stay.</param>
public sealed record HouseholdChange(
    ImmutableArray<Notice> Notices, ImmutableArray<OccasionId> Cancelled, ClosedChannels? Closed = null)
{
    /// <summary>True when there is nothing to write.</summary>
    public bool IsEmpty => Notices.IsEmpty && Cancelled.IsEmpty && Closed is null;
}

/// <summary>Settles many notices of one household in one transaction, where <see cref="Ledger"/> claims one each of many households.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class HouseholdLedger(Tables tables)
{
    /// <summary>Writes on the condition that nobody has touched the household since it was read. All or nothing.</summary>
    /// <param name="recipient">The household as read.</param>
    /// <param name="shard">Its shard.</param>
    /// <param name="change">What to write.</param>
    /// <param name="now">When, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone was faster: read and decide again.</returns>
    public async Task<bool> WriteAsync(
        Recipient recipient, string shard, HouseholdChange change, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(change);
        if (change.IsEmpty)
        {
            return true;
        }

        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(recipient.Person.Unit, shard);
        var person = new TableEntity(partition, recipient.Person.Id.Value) { ["LastNotice"] = now.ToDateTimeOffset() };
        if (change.Closed is { } closed)
        {
            person["Closed"] = (int)closed;
        }

        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpdateMerge, person, new ETag(recipient.Version)),
            .. change.Notices.Select(notice => Write(recipient, notice, partition)),
            .. change.Cancelled.Select(occasion => new TableTransactionAction(
                TableTransactionActionType.UpdateMerge,
                PeopleRows.Cancelled(recipient.Person.Id, occasion, partition),
                ETag.All)), // guarded by the person row
        ];
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 409 or 412 or 404)
        {
            return false;
        }
    }

    private static TableTransactionAction Write(Recipient recipient, Notice notice, string partition)
    {
        var before = recipient.Notices.FirstOrDefault(earlier => earlier.Key == notice.Key);
        Ledger.CheckTransition(before?.State, notice.State);
        var row = NoticeRows.Of(recipient.Person.Id, notice, partition);
        return before is null
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, new ETag(before.Version!));
    }
}
