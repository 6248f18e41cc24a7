using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Reports;

/// <summary>Names a report.</summary>
/// <param name="Year">The year.</param>
/// <param name="Programme">The programme's id.</param>
public sealed record ReportKey(int Year, string Programme);

/// <summary>Reports by year and programme, as they may be shown: small numbers are not in them, and nobody is.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ReportTable(Tables tables)
{
    private const string Name = "Reports";

    /// <summary>The reports of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of year.</returns>
    public async Task<IReadOnlyList<ReportKey>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new List<ReportKey>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation).ConfigureAwait(false))
        {
            var (year, programme) = Keys.ParseReport(row.RowKey);
            found.Add(new ReportKey(year, programme));
        }

        return found;
    }

    /// <summary>Finds a report.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The report as JSON; null when there is none.</returns>
    public async Task<string?> FindAsync(UnitId unit, ReportKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            unit.Value, Keys.Report(key.Year, key.Programme), cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } found } ? found.GetString("Report") : null;
    }

    /// <summary>Writes a report.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">Which.</param>
    /// <param name="report">The report as JSON.</param>
    /// <param name="mayReplace">False to keep one that stands.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task PutAsync(UnitId unit, ReportKey key, string report, bool mayReplace, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(unit.Value, Keys.Report(key.Year, key.Programme)) { ["Report"] = report };
        if (mayReplace)
        {
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        }
        else
        {
            await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a report of which there is nothing left to count.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task RemoveAsync(UnitId unit, ReportKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(unit.Value, Keys.Report(key.Year, key.Programme), ETag.All, cancellation).ConfigureAwait(false);
    }
}
