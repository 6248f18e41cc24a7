using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Records.Letters;

/// <summary>Removes the parts of letter runs that have become too old, with their PDFs.</summary>
/// <param name="runs">Letter runs.</param>
/// <param name="printed">Page lists and PDFs.</param>
/// <param name="pulls">Letters to pull.</param>
public sealed class AgedLetters(LetterRuns runs, PrintedParts printed, PullTasks pulls)
{
    /// <summary>Removes.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="before">The first run date that stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many parts. A part that has been begun and never printed stays: its letters still wait.</returns>
    public async Task<int> ForgetAsync(UnitId unit, LocalDate before, CancellationToken cancellation)
    {
        var aged = (await runs.PartsAsync(unit, null, cancellation).ConfigureAwait(false)).Where(part => part.Printed && part.RunDate < before).ToList();
        foreach (var part in aged)
        {
            var tasks = await pulls.ReadAsync(unit, part.Name, cancellation).ConfigureAwait(false);
            await pulls.RemoveAsync(unit, tasks, cancellation).ConfigureAwait(false);

            // Emptied first, so that a crash on the way leaves a part that names nobody and can still be read.
            await printed.RemoveAsync(part, [], cancellation).ConfigureAwait(false);
            await runs.KeepAsync(part, [], cancellation).ConfigureAwait(false);
            await runs.RemoveAsync(part, cancellation).ConfigureAwait(false);
            await printed.RemoveAllAsync(part, cancellation).ConfigureAwait(false);
        }

        return aged.Count;
    }
}
