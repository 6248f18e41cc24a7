using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Imports;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>Kept, and not looked at yet.</summary>
    Received,

    /// <summary>Looked at and found likely; it is being stored.</summary>
    Checked,

    /// <summary>Looked at and found unlikely: nothing of it is stored until staff confirm it.</summary>
    Blocked,

    /// <summary>Staff have confirmed it; it is being stored.</summary>
    Confirmed,

    /// <summary>Stored.</summary>
    Done,

    /// <summary>Nothing could be read from it.</summary>
    Refused,

    /// <summary>It was blocked, and staff have said that it is wrong: nothing of it is ever stored.</summary>
    Rejected,
}

/// <summary>An import as its row tells of it.</summary>
/// <param name="Reference">The import.</param>
/// <param name="State">How far it has come.</param>
/// <param name="ReceivedAt">When it came: what it says is as of that moment.</param>
/// <param name="Children">The children it named; null until it is done.</param>
/// <param name="IsConfirmed">True when staff have confirmed it.</param>
/// <param name="Version">The row's version.</param>
public sealed record KeptImport(ImportReference Reference, ImportState State, Instant ReceivedAt, int? Children, bool IsConfirmed, string Version);

/// <summary>Rows of imports. What is decided of one is decided once: each step is conditional on the row as it was read.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ImportTable(Tables tables)
{
    private const string Name = "Imports";

    /// <summary>Finds an import.</summary>
    /// <param name="import">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The import; null when there is none.</returns>
    public async Task<KeptImport?> FindAsync(ImportReference import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(import.Unit, import.Import, cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } found } ? Import(found) : null;
    }

    /// <summary>A unit's imports.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In the order they came.</returns>
    public async Task<IReadOnlyList<KeptImport>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var imports = new List<KeptImport>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            imports.Add(Import(row));
        }

        return [.. imports.OrderBy(import => import.ReceivedAt)];
    }

    /// <summary>Notes what has been decided of an import.</summary>
    /// <param name="import">The import as it was read.</param>
    /// <param name="state">What it is now.</param>
    /// <param name="by">Who has confirmed or rejected it, as an opaque id; null when nobody has.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when something else was decided meanwhile: read it again.</returns>
    public async Task<bool> MoveAsync(KeptImport import, ImportState state, string? by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var row = Row(import.Reference, state);
        if (by is not null)
        {
            row[state == ImportState.Rejected ? "RejectedBy" : "ConfirmedBy"] = by;
        }

        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        try
        {
            await table.UpdateEntityAsync(row, new ETag(import.Version), TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }

    internal async Task AddAsync(ImportReference import, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = Row(import, ImportState.Received);
        row["ReceivedAt"] = now.ToDateTimeOffset();
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    internal async Task RemoveAsync(ImportReference import, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(import.Unit, import.Import, ETag.All, cancellation).ConfigureAwait(false);
    }

    internal async Task FinishAsync(ImportReference import, ImportState state, int children, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = Row(import, state);
        row["Children"] = children;
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    // Names in the table are lower case, as reports have them.
    private static TableEntity Row(ImportReference import, ImportState state) =>
        new(import.Unit, import.Import) { ["State"] = ImportReport.NameOf(state) };

    private static KeptImport Import(TableEntity row) => new(
        new ImportReference(row.PartitionKey, row.RowKey),
        Enum.Parse<ImportState>(row.GetString("State") ?? "", ignoreCase: true),
        row.GetInstant("ReceivedAt") ?? Instant.MinValue,
        row.GetInt32("Children"),
        row.GetString("ConfirmedBy") is { Length: > 0 },
        row.ETag.ToString("G"));
}
