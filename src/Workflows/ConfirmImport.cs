using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Changes;

namespace Notifieringar.Workflows;

/// <summary>Takes staff's word that a blocked file is right: it is stored, once, however often that is said.</summary>
/// <param name="imports">Rows of imports.</param>
/// <param name="queues">Queues.</param>
/// <param name="logger">Log.</param>
public sealed partial class ConfirmImport(ImportTable imports, Queues queues, ILogger<ConfirmImport> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="import">The import.</param>
    /// <param name="json">The order: who confirms.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done when it is being stored or has been; else what stands against it.</returns>
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
            var kept = await imports.FindAsync(import, cancellation).ConfigureAwait(false);
            switch (kept?.State)
            {
                case null:
                    return new ChangeOutcome.Unknown("There is no such import.");
                case ImportState.Done when kept.IsConfirmed:
                    return new ChangeOutcome.Done();
                case ImportState.Confirmed:
                    // Whoever said so before may have died before it was queued; stored twice is as once.
                    await queues.SendAsync(Queues.Imports, import, delay: null, cancellation).ConfigureAwait(false);
                    return new ChangeOutcome.Done();
                case not ImportState.Blocked:
                    return new ChangeOutcome.Refused("This import does not wait for anybody.");
            }

            if (await IsOvertakenAsync(kept, cancellation).ConfigureAwait(false))
            {
                return new ChangeOutcome.Refused("A newer list has been imported since. Import this one again if it is right after all.");
            }

            if (await imports.MoveAsync(kept, ImportState.Confirmed, order.By, cancellation).ConfigureAwait(false))
            {
                Log.Confirmed(logger, import.Import);
            }
        }
    }

    // What a file says is as of when it came: an old one must not be written over a newer one.
    private async Task<bool> IsOvertakenAsync(KeptImport kept, CancellationToken cancellation)
    {
        var all = await imports.ListAsync(new UnitId(kept.Reference.Unit), cancellation).ConfigureAwait(false);
        return all.Any(other => other.ReceivedAt > kept.ReceivedAt && other.State is (ImportState.Checked or ImportState.Confirmed or ImportState.Done));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Import {Import} was confirmed.")]
        public static partial void Confirmed(ILogger logger, string import);
    }
}
