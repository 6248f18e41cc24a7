using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.People;

/// <summary>A person's contacts, with the notice whose receipt they are looked at for.</summary>
/// <param name="Person">The person.</param>
/// <param name="Version">The person row's version.</param>
/// <param name="State">The notice's state; null without a notice, or when there is none of that name.</param>
/// <param name="ClosedFor">Why a channel was closed because of the notice; null when none has been.</param>
public sealed record ContactsRead(Person Person, string Version, NoticeState? State, SuppressionReason? ClosedFor);

/// <summary>Closes channels on the person row, so that no claim made before it can be sent after it.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ChannelClosing(Tables tables)
{
    private const string ClosedFor = "ChannelClosedFor";

    /// <summary>Reads a person's contacts.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="about">The notice; null for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The contacts; null when the person is gone.</returns>
    public async Task<ContactsRead?> ReadAsync(
        UnitId unit, string shard, PersonId person, NoticeKey? about, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);

        // From the person row to the notice's: a few rows. Asking for the two by name would make the service look through the partition.
        var last = about is { } key ? Keys.Notice(person, key) : person.Value;
        var filter = $"PartitionKey eq {TableExtensions.Quoted(partition)}"
            + $" and RowKey ge {TableExtensions.Quoted(person.Value)} and RowKey le {TableExtensions.Quoted(last)}";
        ContactsRead? found = null;
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (row.RowKey == person.Value)
            {
                found = new ContactsRead(PeopleRows.Person(row, unit), row.ETag.ToString("G"), null, null);
            }
            else if (row.RowKey == last && about is { } named)
            {
                found = found is null ? null : found with { State = NoticeRows.Notice(row, named.ToString()).State, ClosedFor = Why(row) };
            }
        }

        return found;
    }

    /// <summary>Closes channels of a person as read.</summary>
    /// <param name="read">The person.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="channels">What to close; what is closed already stays so.</param>
    /// <param name="reason">Why.</param>
    /// <param name="about">The notice whose receipt is the reason, so that the same receipt closes nothing twice; null for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone changed the person meanwhile: read and decide again.</returns>
    public async Task<bool> CloseAsync(
        ContactsRead read, string shard, ClosedChannels channels, SuppressionReason reason, NoticeKey? about, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(read.Person.Unit, shard);
        var person = new TableEntity(partition, read.Person.Id.Value) { ["Closed"] = (int)(read.Person.Closed | channels) };
        var actions = new List<TableTransactionAction> { new(TableTransactionActionType.UpdateMerge, person, new ETag(read.Version)) };
        if (about is { } key)
        {
            var notice = new TableEntity(partition, Keys.Notice(read.Person.Id, key)) { [ClosedFor] = reason.ToString() };
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateMerge, notice, ETag.All));
        }

        try
        {
            await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Takes the phone number off a person as read.</summary>
    /// <param name="read">The person.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone changed the person meanwhile: read and decide again.</returns>
    public async Task<bool> RemovePhoneAsync(ContactsRead read, string shard, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var person = new TableEntity(Keys.People(read.Person.Unit, shard), read.Person.Id.Value)
        {
            ["Phone"] = "", // a merge keeps what it does not name
            ["Closed"] = (int)(read.Person.Closed | ClosedChannels.Sms),
        };
        try
        {
            await table.UpdateEntityAsync(person, new ETag(read.Version), TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    private static SuppressionReason? Why(TableEntity row) =>
        row.GetString(ClosedFor) is { } reason ? Enum.Parse<SuppressionReason>(reason) : null;
}
