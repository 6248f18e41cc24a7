using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>Writes households and invitations. Every write touches the person row, so that no claim can overtake it.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class PeopleWriter(Tables tables)
{
    /// <summary>Writes imported households of one shard; a household is never split over transactions.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="households">Each with the version it was read at; null when new.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those that someone else changed meanwhile: read them and try again.</returns>
    public async Task<ImmutableArray<HouseholdWrite>> WriteAsync(
        UnitId unit, string shard, IReadOnlyCollection<HouseholdWrite> households, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(households);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);
        var conflicts = ImmutableArray.CreateBuilder<HouseholdWrite>();
        var batch = new List<HouseholdWrite>();
        var actions = new List<TableTransactionAction>();
        foreach (var household in households)
        {
            var own = Actions(household, partition).ToList();
            if (actions.Count + own.Count > Tables.TransactionLimit)
            {
                await FlushAsync().ConfigureAwait(false);
            }

            batch.Add(household);
            actions.AddRange(own);
        }

        await FlushAsync().ConfigureAwait(false);
        return conflicts.ToImmutable();

        async Task FlushAsync()
        {
            if (actions.Count > 0 && !await TrySubmitAsync(table, actions, cancellation).ConfigureAwait(false))
            {
                conflicts.AddRange(batch);
            }

            batch.Clear();
            actions.Clear();
        }
    }

    /// <summary>Adds an invitation to a person as it was read.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone changed the person meanwhile.</returns>
    public async Task<bool> InviteAsync(Recipient recipient, string shard, Invitation invitation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(invitation);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        return await TrySubmitAsync(table, Inviting(recipient, shard, invitation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds invitations to people as they were read, all or none.</summary>
    /// <param name="invited">At most <see cref="Ledger.PeoplePerClaim"/> people of one shard, each once.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone changed one of them meanwhile.</returns>
    public async Task<bool> InviteAsync(
        IReadOnlyCollection<(Recipient Recipient, Invitation Invitation)> invited, string shard, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(invited);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        return await TrySubmitAsync(table, invited.SelectMany(one => Inviting(one.Recipient, shard, one.Invitation)), cancellation).ConfigureAwait(false);
    }

    private static TableTransactionAction[] Inviting(Recipient recipient, string shard, Invitation invitation)
    {
        var partition = Keys.People(recipient.Person.Unit, shard);
        return
        [
            new(
                TableTransactionActionType.UpdateMerge,
                new TableEntity(partition, recipient.Person.Id.Value) { ["LastInvited"] = invitation.Planned.ToDateTimeOffset() },
                new ETag(recipient.Version)),
            new(TableTransactionActionType.UpsertReplace, PeopleRows.Of(recipient.Person.Id, invitation, partition)),
        ];
    }

    /// <summary>Writes an answer to an invitation of a person as it was read.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="occasion">The invitation's occasion.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="now">When, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone changed the person meanwhile: read and decide again.</returns>
    public async Task<bool> AnswerAsync(
        Recipient recipient, string shard, OccasionId occasion, Answer answer, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(recipient.Person.Unit, shard);
        TableTransactionAction[] actions =
        [
            new(
                TableTransactionActionType.UpdateMerge,
                new TableEntity(partition, recipient.Person.Id.Value) { ["LastAnswered"] = now.ToDateTimeOffset() },
                new ETag(recipient.Version)),
            new(
                TableTransactionActionType.UpdateMerge,
                PeopleRows.Of(recipient.Person.Id, occasion, answer, now, partition),
                ETag.All), // guarded by the person row
        ];
        return await TrySubmitAsync(table, actions, cancellation).ConfigureAwait(false);
    }

    private static IEnumerable<TableTransactionAction> Actions(HouseholdWrite household, string partition)
    {
        var row = PeopleRows.Of(household.Person, partition);
        yield return household.Version is { } version
            ? new TableTransactionAction(TableTransactionActionType.UpdateMerge, Clearing(row), new ETag(version))
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        foreach (var child in household.Children)
        {
            yield return new(TableTransactionActionType.UpsertReplace, PeopleRows.Of(household.Person.Id, child, partition));
        }

        foreach (var link in household.Links)
        {
            yield return new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, Keys.Link(household.Person.Id, link)));
        }
    }

    // A merge keeps what it does not name, and a null is not named: an address that is gone must be written as empty.
    private static TableEntity Clearing(TableEntity row)
    {
        foreach (var name in row.Keys.ToList().Where(name => row[name] is null))
        {
            row[name] = "";
        }

        return row;
    }

    private static async Task<bool> TrySubmitAsync(
        TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
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
}

/// <summary>A household to write.</summary>
/// <param name="Person">The person.</param>
/// <param name="Version">The version it was read at; null when new.</param>
/// <param name="Children">Its children.</param>
/// <param name="Links">Other households of the same children.</param>
public sealed record HouseholdWrite(Person Person, string? Version, ImmutableArray<Child> Children, ImmutableArray<PersonId> Links);
