using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Settings;

/// <summary>A key of a unit, as it is kept.</summary>
/// <param name="Unit">The only unit it opens.</param>
/// <param name="Name">Its name within the unit.</param>
/// <param name="Hash">SHA-256 of the secret, lower-case hex. The secret itself is random and 256 bits long, so that nothing slower is needed:
/// there is no likelier guess to begin with.</param>
/// <param name="Since">When it was made.</param>
public sealed record ApiKey(UnitId Unit, string Name, string Hash, Instant Since);

/// <summary>Keys to the API. A unit may have several, so that one can be exchanged while the other works.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ApiKeys(Tables tables)
{
    private const string Name = "ApiKeys";

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when the unit has one of that name.</returns>
    public async Task<bool> AddAsync(ApiKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(key.Unit.Value, key.Name) { ["Hash"] = key.Hash, ["Since"] = key.Since.ToDateTimeOffset() };
        return await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds a key.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The key; null when there is none.</returns>
    public async Task<ApiKey?> FindAsync(UnitId unit, string name, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, name, cancellationToken: cancellation).ConfigureAwait(false);
        return found is { HasValue: true, Value: { } row }
            ? new ApiKey(unit, name, row.GetString("Hash") ?? "", row.GetInstant("Since") ?? Instant.MinValue)
            : null;
    }

    /// <summary>Removes a key; from then on it opens nothing.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task RemoveAsync(UnitId unit, string name, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(unit.Value, name, ETag.All, cancellation).ConfigureAwait(false);
    }
}
