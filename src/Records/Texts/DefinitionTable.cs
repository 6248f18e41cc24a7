using Azure;
using Azure.Data.Tables;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Texts;

/// <summary>Programmes and units: definitions and rules as JSON data.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class DefinitionTable(Tables tables)
{
    /// <summary>The table of programmes.</summary>
    public const string Programmes = "Programmes";

    /// <summary>The table of units.</summary>
    public const string Units = "Units";

    /// <summary>Reads all definitions of a kind.</summary>
    /// <param name="kind"><see cref="Programmes"/> or <see cref="Units"/>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>JSON by id.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string kind, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(kind).ConfigureAwait(false);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation).ConfigureAwait(false))
        {
            found[row.RowKey] = row.GetString("Json") ?? "";
        }

        return found;
    }

    /// <summary>One definition, with its version for <see cref="ReplaceAsync"/>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>JSON and version; null when there is none.</returns>
    public async Task<(string Json, string Version)?> FindAsync(string kind, string id, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(kind).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(kind, id, cancellationToken: cancellation).ConfigureAwait(false);
        return found is { HasValue: true, Value: { } row } ? (row.GetString("Json") ?? "", row.ETag.ToString()) : null;
    }

    /// <summary>Writes a definition over the version that its writer has seen.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="json">The definition.</param>
    /// <param name="version">The version that was seen; empty when there was none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody else has written it meanwhile.</returns>
    public async Task<bool> ReplaceAsync(string kind, string id, string json, string version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(version);
        var table = await tables.GetAsync(kind).ConfigureAwait(false);
        var row = Row(kind, id, json, shipped: false);
        if (version.Length == 0)
        {
            return await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
        }

        try
        {
            return TableExtensions.IsVersion(version)
                && !(await table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false)).IsError;
        }
        catch (RequestFailedException changed) when (changed.Status is 400 or 404 or 412)
        {
            return false; // 400: a version that no table has given
        }
    }

    /// <summary>Writes a definition.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="json">The definition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task PutAsync(string kind, string id, string json, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(kind).ConfigureAwait(false);
        await table.UpsertEntityAsync(Row(kind, id, json, shipped: false), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts a shipped definition in place, unless an administrator has edited it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="json">The definition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is settled.</returns>
    public async Task SeedAsync(string kind, string id, string json, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(kind).ConfigureAwait(false);
        var row = Row(kind, id, json, shipped: true);
        var current = await table.GetEntityIfExistsAsync<TableEntity>(kind, id, cancellationToken: cancellation).ConfigureAwait(false);
        if (current is not { HasValue: true, Value: { } existing })
        {
            await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
        }
        else if (existing.GetBoolean("Shipped") == true && existing.GetString("Json") != json)
        {
            await table.UpdateEntityAsync(row, existing.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        }
    }

    private static TableEntity Row(string kind, string id, string json, bool shipped) =>
        new(kind, id) { ["Json"] = json, ["Shipped"] = shipped };
}
