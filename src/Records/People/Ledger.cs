using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>Claims notices and records what became of them.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class Ledger(Tables tables)
{
    /// <summary>A claim transaction holds at most this many people: each costs its person row and its ledger row.</summary>
    public const int PeoplePerClaim = Tables.TransactionLimit / 2;

    /// <summary>As <see cref="PeoplePerClaim"/> where the claim invites them as well: an invitation is a row more.</summary>
    public const int PeoplePerInvitingClaim = Tables.TransactionLimit / 3;

    private const int Attempts = 8;

    /// <summary>Writes ledger rows on the condition that nobody has touched their people since they were read. All or none.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard of all of them.</param>
    /// <param name="claims">At most <see cref="PeoplePerClaim"/> notices, or <see cref="PeoplePerInvitingClaim"/>, each of another person.</param>
    /// <param name="now">When, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The notices as claimed, in the order of the claims; null when someone was faster: read and decide again.</returns>
    public async Task<IReadOnlyList<Notice>?> ClaimAsync(
        UnitId unit, string shard, IReadOnlyCollection<NoticeClaim> claims, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);
        var actions = new[] { claims.Select(Write), claims.Select(Touch), claims.Where(claim => claim.Invites is not null).Select(Invite) }.SelectMany(each => each);
        try
        {
            var written = await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            return [.. claims.Zip(written.Value, (claim, row) => claim.Notice with { Version = row.Headers.ETag?.ToString("G") })];
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 409 or 412 or 404)
        {
            return null;
        }

        TableTransactionAction Touch(NoticeClaim claim) => new(
            TableTransactionActionType.UpdateMerge,
            new TableEntity(partition, claim.Recipient.Person.Id.Value) { ["LastNotice"] = now.ToDateTimeOffset() },
            new ETag(claim.Recipient.Version));

        TableTransactionAction Invite(NoticeClaim claim) =>
            new(TableTransactionActionType.Add, PeopleRows.Of(claim.Recipient.Person.Id, claim.Invites!, partition));

        TableTransactionAction Write(NoticeClaim claim)
        {
            var before = claim.Recipient.Notices.FirstOrDefault(notice => notice.Key == claim.Notice.Key);
            CheckTransition(before?.State, claim.Notice.State);
            var row = NoticeRows.Of(claim.Recipient.Person.Id, claim.Notice, partition);

            // Guarded by the person row, and by its own version against a receipt that has come since it was read.
            return before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, new ETag(before.Version!));
        }
    }

    /// <summary>Records what became of notices, each only while its row is still the claim it was: a sender that was taken for dead and
    /// lives does not overwrite what its successor has recorded.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard of all of them.</param>
    /// <param name="results">The results.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those that were not written, because the notice is in other hands now.</returns>
    public async Task<IReadOnlyCollection<NoticeResult>> RecordAsync(
        UnitId unit, string shard, IReadOnlyCollection<NoticeResult> results, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (var result in results)
        {
            CheckTransition(result.Claimed.State, result.State);
        }

        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);
        var lost = new List<NoticeResult>();
        foreach (var part in results.Chunk(Tables.TransactionLimit))
        {
            var actions = part.Select(result => new TableTransactionAction(
                TableTransactionActionType.UpdateMerge, NoticeRows.Of(result, partition), new ETag(result.Claimed.Version!)));
            try
            {
                await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            }
            catch (TableTransactionFailedException changed) when (changed.Status is 404 or 412)
            {
                foreach (var result in part)
                {
                    if (!await RecordAsync(table, partition, result, cancellation).ConfigureAwait(false))
                    {
                        lost.Add(result);
                    }
                }
            }
        }

        return lost;
    }

    /// <summary>Writes what receipts say. Receipts may come early, late, twice and in any order; one about an unknown notice is dropped.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard of all of them.</param>
    /// <param name="receipts">The receipts.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task ReceiveAsync(UnitId unit, string shard, IEnumerable<NoticeReceipt> receipts, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);
        foreach (var part in NoticeRows.Merged(receipts, partition).Chunk(Tables.TransactionLimit))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    part.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, ETag.All)), cancellation).ConfigureAwait(false);
            }
            catch (TableTransactionFailedException unknown) when (unknown.Status == 404)
            {
                foreach (var row in part)
                {
                    await TryUpdateAsync(table, row, ETag.All, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    // A receipt may have come in between, which is no other sender.
    private static async Task<bool> RecordAsync(TableClient table, string partition, NoticeResult result, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var row = NoticeRows.Of(result, partition);
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                row.PartitionKey, row.RowKey, ["State", "ClaimedBy"], cancellation).ConfigureAwait(false);
            if (!found.HasValue || found.Value is not { } current || NoticeRows.Sent(current) != result.Claimed.State
                || current.GetString("ClaimedBy") != result.Claimed.ClaimedBy)
            {
                return false;
            }

            if (await TryUpdateAsync(table, row, current.ETag, cancellation).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw new InvalidOperationException("A notice kept changing while its result was recorded.");
    }

    private static async Task<bool> TryUpdateAsync(TableClient table, TableEntity row, ETag version, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(row, version, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    internal static void CheckTransition(NoticeState? from, NoticeState to)
    {
        if (!NoticeTransitions.Allows(from, to))
        {
            throw new InvalidOperationException($"A notice cannot go from {from?.ToString() ?? "nothing"} to {to}.");
        }
    }
}

/// <summary>A notice to be claimed or finally settled for a person, as the person was read.</summary>
/// <param name="Recipient">The person as read; the claim holds only while that is still true.</param>
/// <param name="Notice">The ledger row to write.</param>
/// <param name="Invites">The invitation to write with it; null for a person who has it.</param>
public sealed record NoticeClaim(Recipient Recipient, Notice Notice, Invitation? Invites = null);
