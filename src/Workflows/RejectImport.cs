using Microsoft.Extensions.Logging;
using Notifieringar.Records.Imports;
using Notifieringar.Workflows.Changes;

namespace Notifieringar.Workflows;

/// <summary>Takes staff's word that a blocked file is wrong: nothing of it is stored, now or later, and the file is removed.</summary>
/// <param name="table">Rows of imports.</param>
/// <param name="imports">Files.</param>
/// <param name="logger">Log.</param>
public sealed partial class RejectImport(ImportTable table, ImportStore imports, ILogger<RejectImport> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="import">The import.</param>
    /// <param name="json">The order: who rejects.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done when it is rejected or has been; else what stands against it.</returns>
    public async Task<ChangeOutcome> RunAsync(ImportReference import, string json, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var (order, problem) = StaffOrder.Read(json);
        if (order is null)
        {
            return new ChangeOutcome.Invalid(problem);
        }

        while (true)
        {
            var kept = await table.FindAsync(import, cancellation).ConfigureAwait(false);
            switch (kept?.State)
            {
                case null:
                    return new ChangeOutcome.Unknown("There is no such import.");
                case ImportState.Rejected:
                    // Whoever said so before may have died before the file was gone.
                    await imports.RemoveFileAsync(import, cancellation).ConfigureAwait(false);
                    return new ChangeOutcome.Done();
                case not ImportState.Blocked:
                    return new ChangeOutcome.Refused("This import does not wait for anybody.");
            }

            if (await table.MoveAsync(kept, ImportState.Rejected, order.By, cancellation).ConfigureAwait(false))
            {
                Log.Rejected(logger, import.Import);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Import {Import} was rejected.")]
        public static partial void Rejected(ILogger logger, string import);
    }
}
