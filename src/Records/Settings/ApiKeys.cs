using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Settings;

/// <summary>A secret of a key, as it is kept.</summary>
/// <param name="Hash">SHA-256 of the secret, lower-case hex. The secret itself is random and 256 bits long, so that nothing slower is needed:
/// there is no likelier guess to begin with.</param>
/// <param name="Since">When it was made.</param>
/// <param name="Until">The first moment at which it opens nothing; null for no end.</param>
public sealed record ApiSecret(string Hash, Instant Since, Instant? Until)
{
    /// <summary>Tells whether it opens anything.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>True while it does.</returns>
    public bool IsLive(Instant now) => Until is not { } end || now < end;
}

/// <summary>A key of a unit. While it is exchanged it has two secrets, never more.</summary>
/// <param name="Unit">The only unit it opens.</param>
/// <param name="Name">Its name within the unit.</param>
/// <param name="Current">The secret.</param>
/// <param name="Previous">The one before, until whoever holds it has changed to the new one; null when there is none.</param>
/// <param name="Version">The row's version; empty before it is kept.</param>
public sealed record ApiKey(UnitId Unit, string Name, ApiSecret Current, ApiSecret? Previous = null, string Version = "");

/// <summary>Keys to the API. A unit may have several.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ApiKeys(Tables tables)
{
    private const string Name = "ApiKeys";
    private const string Earlier = "Previous";

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when the unit has one of that name.</returns>
    public async Task<bool> AddAsync(ApiKey key, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        return await table.TryAddAsync(Row(key), cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes a key as it was read and changed.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> UpdateAsync(ApiKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        try
        {
            await table.UpdateEntityAsync(Row(key), new ETag(key.Version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
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
        return found is { HasValue: true, Value: { } row } ? Key(row) : null;
    }

    /// <summary>The keys of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By name.</returns>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var keys = new List<ApiKey>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            keys.Add(Key(row));
        }

        return keys;
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

    private static TableEntity Row(ApiKey key)
    {
        var row = new TableEntity(key.Unit.Value, key.Name);
        Write(row, "", key.Current);
        if (key.Previous is { } previous)
        {
            Write(row, Earlier, previous);
        }

        return row;
    }

    private static void Write(TableEntity row, string which, ApiSecret secret)
    {
        row[$"{which}Hash"] = secret.Hash;
        row[$"{which}Since"] = secret.Since.ToDateTimeOffset();
        row[$"{which}Until"] = secret.Until?.ToDateTimeOffset();
    }

    private static ApiKey Key(TableEntity row) => new(
        new UnitId(row.PartitionKey),
        row.RowKey,
        Secret(row, "") ?? new ApiSecret("", Instant.MinValue, Instant.MinValue),
        Secret(row, Earlier),
        row.ETag.ToString("G"));

    private static ApiSecret? Secret(TableEntity row, string which) => row.GetString($"{which}Hash") is { Length: > 0 } hash
        ? new ApiSecret(hash, row.GetInstant($"{which}Since") ?? Instant.MinValue, row.GetInstant($"{which}Until"))
        : null;
}
