using System.Text.Json;
using Notifieringar.Model;
using Notifieringar.Records.Reports;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Reporting;

namespace Notifieringar.Workflows;

/// <summary>Shows reports as they were last counted.</summary>
/// <param name="reports">Reports.</param>
/// <param name="queues">Queues.</param>
public sealed class ShowReports(ReportTable reports, Queues queues)
{
    /// <summary>Which reports there are.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of year.</returns>
    public Task<IReadOnlyList<ReportKey>> ListAsync(UnitId unit, CancellationToken cancellation) => reports.ListAsync(unit, cancellation);

    /// <summary>One report.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The report; null when there is none.</returns>
    public async Task<YearReport?> FindAsync(UnitId unit, ReportKey key, CancellationToken cancellation) =>
        await reports.FindAsync(unit, key, cancellation).ConfigureAwait(false) is { } found
            ? JsonSerializer.Deserialize<YearReport>(found, JsonSerializerOptions.Web)
            : null;

    /// <summary>Has a unit's reports counted again.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When that is queued.</returns>
    public Task CountAsync(UnitId unit, CancellationToken cancellation) =>
        queues.SendAsync(Queues.Reports, new ReportReference(unit.Value), delay: null, cancellation);
}
