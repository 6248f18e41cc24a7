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
