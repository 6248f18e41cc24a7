using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Reaching;

/// <summary>Who has a contact, known by its hash only.</summary>
/// <param name="Hash">Hash of the contact.</param>
/// <param name="Person">The person.</param>
public sealed record ContactHolder(string Hash, PersonId Person);

/// <summary>Finds the people who have a phone number or an e-mail address. Several can share one.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class Contacts(Tables tables)
{
    internal const string Name = "Contacts";

    /// <summary>Writes holders.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="holders">The holders.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(UnitId unit, IEnumerable<ContactHolder> holders, CancellationToken cancellation) =>
        await KeyRows.PutAsync(await tables.GetAsync(Name).ConfigureAwait(false), KeysOf(unit, holders), cancellation).ConfigureAwait(false);

    /// <summary>Removes holders that have the contact no more.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="holders">The holders; ones that are gone already do not matter.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(UnitId unit, IEnumerable<ContactHolder> holders, CancellationToken cancellation) =>
        await KeyRows.DeleteAsync(await tables.GetAsync(Name).ConfigureAwait(false), KeysOf(unit, holders), cancellation).ConfigureAwait(false);

    /// <summary>The people of a unit who have a contact.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="hash">Hash of the contact.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of id; each with the moment it was written.</returns>
    public async Task<IReadOnlyList<(PersonId Person, DateTimeOffset WrittenAt)>> FindAsync(UnitId unit, string hash, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new List<(PersonId, DateTimeOffset)>();
        var filter = TableExtensions.Range(Keys.Contacts(unit, hash), $"{hash}~", $"{hash}~~");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add((new PersonId(row.RowKey[(hash.Length + 1)..]), row.Timestamp ?? DateTimeOffset.MinValue));
        }

        return found;
    }

    private static IEnumerable<(string Partition, string Row)> KeysOf(UnitId unit, IEnumerable<ContactHolder> holders) =>
        holders.Select(holder => (Keys.Contacts(unit, holder.Hash), Keys.Contact(holder.Hash, holder.Person)));
}
