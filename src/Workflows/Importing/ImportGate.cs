using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Workflows.Watching;

namespace Notifieringar.Workflows.Importing;

/// <summary>Decides once whether a file may be stored, before anything of it is; an unlikely one waits for staff.</summary>
/// <param name="table">Rows of imports.</param>
/// <param name="imports">Reports.</param>
/// <param name="logger">Log.</param>
public sealed partial class ImportGate(ImportTable table, ImportStore imports, ILogger<ImportGate> logger)
{
    /// <summary>Whether a file may be stored. The same answer every time: a file half stored by somebody who died is not blocked afterwards.</summary>
    internal async Task<bool> LetsInAsync(KeptImport import, FileReading read, int households, int children, CancellationToken cancellation)
    {
        while (true)
        {
            switch (import.State)
            {
                case ImportState.Checked or ImportState.Confirmed or ImportState.Done:
                    return true;
                case ImportState.Blocked or ImportState.Refused or ImportState.Rejected:
                    return false;
            }

            if (await BlockedAsync(import, read, households, children, cancellation).ConfigureAwait(false) is { } report)
            {
                if (await imports.BlockAsync(import, report, cancellation).ConfigureAwait(false))
                {
                    WorkMetrics.Read(ImportState.Blocked);
                    Log.Blocked(logger, import.Reference.Import, children);
                    return false;
                }
            }
            else if (await table.MoveAsync(import, ImportState.Checked, by: null, cancellation).ConfigureAwait(false))
            {
                return true;
            }

            import = await table.FindAsync(import.Reference, cancellation).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The import '{import.Reference.Import}' is gone.");
        }
    }

    private async Task<ImportReport?> BlockedAsync(KeptImport import, FileReading read, int households, int children, CancellationToken cancellation)
    {
        var all = await table.ListAsync(new UnitId(import.Reference.Unit), cancellation).ConfigureAwait(false);
        if (EarlierImports.Of(all, import) is not { } earlier)
        {
            return null;
        }

        var last = await imports.ReportAsync(earlier.Last, cancellation).ConfigureAwait(false) ?? ImportReport.Unread;
        var why = UnlikelyFile.FindingsOf(read, children, earlier.Children, last);
        return why.IsEmpty ? null : new ImportReport(
            ImportReport.NameOf(ImportState.Blocked),
            read.Rows.Length + read.Rejected,
            Imported: 0,
            read.Rejected,
            households,
            children,
            why.AddRange(read.Findings));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Import {Import} of {Children} children is unlike the ones before it. Nothing of it is stored until staff confirm it.")]
        public static partial void Blocked(ILogger logger, string import, int children);
    }
}
