using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.People;

/// <summary>Invitations to collect something, and which requests they have counted: one that is repeated after a crash counts once.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class PickupRows(Tables tables)
{
    private const string Counted = "Requests";

    /// <summary>The requests that a person's invitations have counted.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Requests by occasion.</returns>
    public async Task<IReadOnlyDictionary<OccasionId, string[]>> CountedAsync(UnitId unit, string shard, PersonId person, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var first = Keys.Invitation(person, new OccasionId(""));
        var filter = $"{TableExtensions.Range(Keys.People(unit, shard), first, first + "~")} and {Counted} gt ''";
        var counted = new Dictionary<OccasionId, string[]>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["RowKey", Counted], cancellationToken: cancellation).ConfigureAwait(false))
        {
            counted[new OccasionId(Keys.ParsePeopleRow(row.RowKey).Tail)] = row.GetString(Counted)?.Split(' ') ?? [];
        }

        return counted;
    }

    /// <summary>Writes an invitation of a person as it was read, with the requests it has counted.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="requests">All it has counted.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone changed the person meanwhile: read and decide again.</returns>
    public async Task<bool> WriteAsync(
        Recipient recipient, string shard, Invitation invitation, IEnumerable<string> requests, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(invitation);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(recipient.Person.Unit, shard);
        var row = PeopleRows.Of(recipient.Person.Id, invitation, partition);
        row[Counted] = string.Join(' ', requests);
        TableTransactionAction[] actions =
        [
            new(
                TableTransactionActionType.UpdateMerge,
                new TableEntity(partition, recipient.Person.Id.Value) { ["LastInvited"] = invitation.Planned.ToDateTimeOffset() },
                new ETag(recipient.Version)),
            new(TableTransactionActionType.UpsertReplace, row),
        ];
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
