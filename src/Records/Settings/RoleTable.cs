using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Settings;

/// <summary>Who may do what in which unit, by the id that the sign-in gives.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class RoleTable(Tables tables)
{
    private const string Name = "Roles";
    private const string Roles = "Roles";

    /// <summary>Gives somebody roles in a unit, in place of those before.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they stand.</returns>
    public async Task SetAsync(UnitId unit, string user, IEnumerable<StaffRole> roles, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(user, unit.Value) { [Roles] = string.Join(' ', roles.Distinct()), ["Since"] = now.ToDateTimeOffset() };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes all roles in a unit from somebody.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(UnitId unit, string user, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(user, unit.Value, ETag.All, cancellation).ConfigureAwait(false);
    }

    /// <summary>What somebody may do.</summary>
    /// <param name="user">The user's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Roles by unit; nothing for a stranger.</returns>
    public async Task<ImmutableSortedDictionary<UnitId, ImmutableHashSet<StaffRole>>> ReadAsync(string user, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = ImmutableSortedDictionary.CreateBuilder<UnitId, ImmutableHashSet<StaffRole>>(Comparer<UnitId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value)));
        var filter = $"PartitionKey eq {TableExtensions.Quoted(user)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var words = (row.GetString(Roles) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            found[new UnitId(row.RowKey)] = [.. words.Select(Enum.Parse<StaffRole>)];
        }

        return found.ToImmutable();
    }
}
