using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Letters;
using NodaTime.Text;

namespace Notifieringar.Workflows;

/// <summary>A part of a letter run in a list.</summary>
/// <param name="Run">The run's local date, <c>yyyy-MM-dd</c>.</param>
/// <param name="Part">From 1.</param>
/// <param name="State"><c>begun</c>, <c>printed</c> or <c>posted</c>.</param>
/// <param name="ToPull">First pages of letters that must be taken out of the pile.</param>
public sealed record ShownPart(string Run, int Part, string State, ImmutableArray<int> ToPull);

/// <summary>A part with its page list.</summary>
/// <param name="Part">The part.</param>
/// <param name="Pages">Which pages are whose, by opaque ids.</param>
public sealed record ShownPages(ShownPart Part, ImmutableArray<PrintedLetter> Pages);

/// <summary>Shows letter runs with their parts, page lists and letters to pull.</summary>
/// <param name="definitions">Units.</param>
/// <param name="runs">Parts.</param>
/// <param name="pulls">Letters to pull.</param>
/// <param name="reading">Reads parts.</param>
/// <param name="printed">PDFs.</param>
public sealed class ShowLetterRuns(DefinitionCache definitions, LetterRuns runs, PullTasks pulls, PartReading reading, PrintedParts printed)
{
    /// <summary>Every part of a unit's runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order; null when there is no such unit.</returns>
    public async Task<IReadOnlyList<ShownPart>?> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is null)
        {
            return null;
        }

        var tasks = await pulls.ReadAsync(unit, part: null, cancellation).ConfigureAwait(false);
        var parts = await runs.PartsAsync(unit, null, cancellation).ConfigureAwait(false);
        return [.. parts.Select(part => Shown(part, tasks))];
    }

    /// <summary>One part.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="run">The run's date.</param>
    /// <param name="part">The part's number.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The part; null when there is none.</returns>
    public async Task<ShownPages?> FindAsync(UnitId unit, string run, int part, CancellationToken cancellation) =>
        await reading.FindAsync(unit, run, part, cancellation).ConfigureAwait(false) is { } held
            ? new ShownPages(Shown(held.Part, held.Pulls), held.Pages)
            : null;

    /// <summary>The PDF of one part, to be printed.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="run">The run's date.</param>
    /// <param name="part">The part's number.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The PDF; null when there is no such part, or none of its letters is printed, or its PDF has been removed.</returns>
    public async Task<BinaryData?> PdfAsync(UnitId unit, string run, int part, CancellationToken cancellation) =>
        await reading.FindAsync(unit, run, part, cancellation).ConfigureAwait(false) is { } held
            ? await printed.PdfAsync(held.Part, cancellation).ConfigureAwait(false)
            : null;

    internal static ShownPart Shown(LetterRunPart part, IEnumerable<PullTask> tasks) => new(
        LocalDatePattern.Iso.Format(part.RunDate),
        part.Part,
        part switch { { Posted: true } => "posted", { Printed: true } => "printed", _ => "begun" },
        [.. tasks.Where(task => task.Part == part.Name && !task.Pulled).Select(task => task.Letter.FirstPage).Order()]);
}
