using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Imports;

namespace Notifieringar.Workflows;

/// <summary>An import in the list.</summary>
/// <param name="Import">Its id.</param>
/// <param name="State">received while it is being read or stored, blocked when it waits for staff, done or refused.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="IsConfirmed">True when staff have let it in.</param>
public sealed record ListedImport(string Import, string State, DateTimeOffset ReceivedAt, bool IsConfirmed);

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

    private static ListedImport Listed(KeptImport import) => new(
        import.Reference.Import,
        ImportReport.NameOf(import.State is ImportState.Checked or ImportState.Confirmed ? ImportState.Received : import.State),
        import.ReceivedAt.ToDateTimeOffset(),
        import.IsConfirmed);
}
