using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Erasing;

/// <summary>A row that is about one household.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Partition">Partition key.</param>
/// <param name="Key">Row key.</param>
/// <param name="Properties">What stands in it.</param>
public sealed record HeldRow(string Table, string Partition, string Key, IReadOnlyDictionary<string, object?> Properties);

/// <summary>Everything that is about one household and nobody else, wherever it stands. What is shown to the family is read by the same queries
/// as what is erased, so that neither can be forgotten.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class HouseholdRows(Tables tables)
{
    private const int Attempts = 8;

    /// <summary>Every row.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The household's shard.</param>
    /// <param name="person">The household.</param>
    /// <param name="occasions">Visits that nobody else is invited to, by their ids.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Table by table, People last.</returns>
    public async IAsyncEnumerable<HeldRow> ReadAsync(
        UnitId unit, string shard, PersonId person, IReadOnlySet<OccasionId> occasions, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var people = new HouseholdQuery(PeopleTable.Name, PeopleFilter(unit, shard, person), _ => true);
        foreach (var query in HouseholdQueries.Of(unit, person, occasions).Append(people))
        {
            var table = await tables.GetAsync(query.Table).ConfigureAwait(false);
            await foreach (var row in table.QueryAsync<TableEntity>(query.Filter, cancellationToken: cancellation).ConfigureAwait(false))
            {
                if (query.IsMeant(row))
                {
                    yield return Held(query.Table, row);
                }
            }
        }
    }

    /// <summary>Removes every row but those in People.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The household.</param>
    /// <param name="occasions">Visits that nobody else is invited to, by their ids.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAroundAsync(UnitId unit, PersonId person, IReadOnlySet<OccasionId> occasions, CancellationToken cancellation)
    {
        foreach (var query in HouseholdQueries.Of(unit, person, occasions))
        {
            var table = await tables.GetAsync(query.Table).ConfigureAwait(false);
            var rows = await RowsAsync(table, query.Filter, query.IsMeant, cancellation).ConfigureAwait(false);
            foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
            {
                await table.DeleteAllAsync(partition.Key, partition.Select(row => row.RowKey), cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes the household from People, its own row last and only as it was when the others were read: whoever writes any of them
    /// touches that row.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The household's shard.</param>
    /// <param name="person">The household.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(UnitId unit, string shard, PersonId person, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var rows = await RowsAsync(table, PeopleFilter(unit, shard, person), _ => true, cancellation).ConfigureAwait(false);
            var own = rows.Find(row => row.RowKey == person.Value);
            await table.DeleteAllAsync(
                Keys.People(unit, shard), rows.Where(row => row != own).Select(row => row.RowKey), cancellation).ConfigureAwait(false);
            if (own is null || await TryDeleteAsync(table, own, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new InvalidOperationException("A household kept changing while it was erased.");
    }

    private static string PeopleFilter(UnitId unit, string shard, PersonId person) =>
        TableExtensions.Range(Keys.People(unit, shard), person.Value, Keys.End(person));

    private static async Task<List<TableEntity>> RowsAsync(
        TableClient table, string filter, Func<TableEntity, bool> isMeant, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (isMeant(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static async Task<bool> TryDeleteAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }

    internal static HeldRow Held(string table, TableEntity row) => new(
        table,
        row.PartitionKey,
        row.RowKey,
        row.Where(property => property.Key is not ("PartitionKey" or "RowKey" or "Timestamp") && !property.Key.StartsWith("odata.", StringComparison.Ordinal))
            .ToDictionary(property => property.Key, property => (object?)property.Value, StringComparer.Ordinal));
}
