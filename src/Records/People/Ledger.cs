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

    /// <summary>Writes ledger rows on the condition that nobody has touched their people since they were read. All or none.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard of all of them.</param>
    /// <param name="claims">At most <see cref="PeoplePerClaim"/> notices, each of another person.</param>
    /// <param name="now">When, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone was faster: read and decide again.</returns>
    public async Task<bool> ClaimAsync(
        UnitId unit, string shard, IReadOnlyCollection<NoticeClaim> claims, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);
        var actions = claims.SelectMany(claim => new[] { Touch(claim), Write(claim) });
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 409 or 412 or 404)
        {
            return false;
        }

        TableTransactionAction Touch(NoticeClaim claim) => new(
            TableTransactionActionType.UpdateMerge,
            new TableEntity(partition, claim.Recipient.Person.Id.Value) { ["LastNotice"] = now.ToDateTimeOffset() },
            new ETag(claim.Recipient.Version));

        TableTransactionAction Write(NoticeClaim claim)
        {
            var before = claim.Recipient.Notices.FirstOrDefault(notice => notice.Key == claim.Notice.Key);
            CheckTransition(before?.State, claim.Notice.State);
            var row = NoticeRows.Of(claim.Recipient.Person.Id, claim.Notice, partition);
            return before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, ETag.All); // guarded by the person row
        }
    }

    /// <summary>Records what became of claimed notices.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard of all of them.</param>
    /// <param name="results">The results.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task RecordAsync(UnitId unit, string shard, IReadOnlyCollection<NoticeResult> results, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (var result in results)
        {
            CheckTransition(result.From, result.State);
        }

        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);
        foreach (var part in results.Chunk(Tables.TransactionLimit))
        {
            var actions = part.Select(result => new TableTransactionAction(
                TableTransactionActionType.UpdateMerge, NoticeRows.Of(result, partition), ETag.All));
            await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
        }
    }

    private static void CheckTransition(NoticeState? from, NoticeState to)
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
public sealed record NoticeClaim(Recipient Recipient, Notice Notice);
