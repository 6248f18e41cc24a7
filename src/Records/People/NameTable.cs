using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.People;

/// <summary>A name by which somebody is found.</summary>
/// <param name="Prefix">Which partition it stands in.</param>
/// <param name="Name">The normalised name.</param>
/// <param name="Person">Whose it is.</param>
public sealed record PersonName(string Prefix, string Name, PersonId Person);

/// <summary>Finds people by how their names begin. It says whose a name was when it was written: whoever shows somebody reads the person too.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class NameTable(Tables tables)
{
    internal const string Table = "Names";

    /// <summary>Writes names: a transaction for every hundred of a partition.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="names">The names.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(UnitId unit, IEnumerable<PersonName> names, CancellationToken cancellation) =>
        await KeyRows.PutAsync(await tables.GetAsync(Table).ConfigureAwait(false), KeysOf(unit, names), cancellation).ConfigureAwait(false);

    /// <summary>Removes names; ones that are gone already do not matter.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="names">The names.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(UnitId unit, IEnumerable<PersonName> names, CancellationToken cancellation) =>
        await KeyRows.DeleteAsync(await tables.GetAsync(Table).ConfigureAwait(false), KeysOf(unit, names), cancellation).ConfigureAwait(false);

    /// <summary>Names that begin in one way, by one page of one range query.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="prefix">The partition.</param>
    /// <param name="begins">How they begin, normalised; empty for all of the partition.</param>
    /// <param name="most">At most so many, up to 1000.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of name, and whether there may be more.</returns>
    public async Task<(IReadOnlyList<PersonName> Names, bool HasMore)> FindAsync(
        UnitId unit, string prefix, string begins, int most, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Table).ConfigureAwait(false);
        var partition = Keys.Names(unit, prefix);
        var filter = begins.Length == 0
            ? $"PartitionKey eq {TableExtensions.Quoted(partition)}"
            : TableExtensions.Range(partition, begins, begins[..^1] + (char)(begins[^1] + 1));
        var pages = table.QueryAsync<TableEntity>(filter, maxPerPage: most, select: ["RowKey"], cancellationToken: cancellation).AsPages();
        await foreach (var page in pages.ConfigureAwait(false))
        {
            return ([.. page.Values.Select(row => Read(prefix, row.RowKey))], page.ContinuationToken is not null);
        }

        return ([], false);
    }

    private static PersonName Read(string prefix, string rowKey)
    {
        var end = rowKey.LastIndexOf('~');
        return new PersonName(prefix, rowKey[..end], new PersonId(rowKey[(end + 1)..]));
    }

    private static IEnumerable<(string Partition, string Row)> KeysOf(UnitId unit, IEnumerable<PersonName> names) =>
        names.Select(name => (Keys.Names(unit, name.Prefix), Keys.Name(name.Name, name.Person)));
}
