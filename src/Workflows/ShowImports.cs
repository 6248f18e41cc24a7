using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Imports;

namespace Notifieringar.Workflows;

/// <summary>An import in the list.</summary>
/// <param name="Import">Its id.</param>
/// <param name="State">received while it is being read or stored, blocked when it waits for staff, done, refused, or rejected by staff.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="IsConfirmed">True when staff have let it in.</param>
/// <param name="Children">How many children it named; null until it is done.</param>
public sealed record ListedImport(string Import, string State, DateTimeOffset ReceivedAt, bool IsConfirmed, int? Children = null);

/// <summary>An import and how it went.</summary>
/// <param name="Import">The import.</param>
/// <param name="Report">How it went.</param>
public sealed record ShownImport(ListedImport Import, ImportReport Report);

/// <summary>Shows staff a unit's imports and how each went.</summary>
/// <param name="table">Rows of imports.</param>
/// <param name="imports">Reports.</param>
public sealed class ShowImports(ImportTable table, ImportStore imports)
{
    private const int Most = 100;

    /// <summary>The last hundred and those that wait for staff.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The last one first.</returns>
    public async Task<ImmutableArray<ListedImport>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var all = await table.ListAsync(unit, cancellation).ConfigureAwait(false);
        return [.. all.Reverse().Where((import, index) => index < Most || import.State == ImportState.Blocked).Select(Listed)];
    }

    /// <summary>How one went.</summary>
    /// <param name="import">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The report; null when there is no such import.</returns>
    public Task<ImportReport?> ReportAsync(ImportReference import, CancellationToken cancellation) => imports.ReportAsync(import, cancellation);

    /// <summary>One import.</summary>
    /// <param name="import">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The import and its report, of the same state; null when there is no such import.</returns>
    public async Task<ShownImport?> FindAsync(ImportReference import, CancellationToken cancellation) =>
        await imports.ReportAsync(import, cancellation).ConfigureAwait(false) is { } report
        && await table.FindAsync(import, cancellation).ConfigureAwait(false) is { } kept
            ? new ShownImport(Listed(kept) with { State = report.State }, report)
            : null;

    private static ListedImport Listed(KeptImport import) => new(
        import.Reference.Import,
        ImportReport.NameOf(import.State is ImportState.Checked or ImportState.Confirmed ? ImportState.Received : import.State),
        import.ReceivedAt.ToDateTimeOffset(),
        import.IsConfirmed,
        import.Children);
}
