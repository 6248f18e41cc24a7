using Notifieringar.Model;
using Notifieringar.Records.Letters;

namespace Notifieringar.Workflows.Letters;

/// <summary>Finds where a letter lies in its pile.</summary>
/// <param name="runs">Parts.</param>
/// <param name="printed">Page lists.</param>
public sealed class LetterPiles(LetterRuns runs, PrintedParts printed)
{
    /// <summary>The part and pages of a letter that is printed or being printed; null while its part has no pages.</summary>
    internal async Task<(LetterRunPart Part, PrintedLetter Letter)?> FindAsync(
        UnitId unit, PersonId person, Notice notice, CancellationToken cancellation)
    {
        foreach (var part in await PartsAsync(unit, notice, cancellation).ConfigureAwait(false))
        {
            var pages = await printed.PagesAsync(part, cancellation).ConfigureAwait(false);
            if (pages?.FirstOrDefault(page => page.Person == person.Value && page.Notice == notice.Key.ToString()) is { } letter)
            {
                return (part, letter);
            }
        }

        return null;
    }

    // The ledger names the part only once it is printed; a part that is being printed is one of few.
    private async Task<IEnumerable<LetterRunPart>> PartsAsync(UnitId unit, Notice notice, CancellationToken cancellation) =>
        notice is { State: NoticeState.Printed, Run: { } run }
            ? [LetterRunPart.Parse(unit, run)]
            : (await runs.PartsAsync(unit, null, cancellation).ConfigureAwait(false)).Where(part => !part.Printed);
}
