using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Notifieringar.Model;

namespace Notifieringar.Records.Letters;

/// <summary>A part of a letter run that names a person.</summary>
/// <param name="Part">The part.</param>
/// <param name="Letters">The person's letters in its PDF.</param>
public sealed record PartWithPerson(LetterRunPart Part, ImmutableArray<PrintedLetter> Letters);

/// <summary>Takes a person out of the parts of letter runs. A PDF holds many families' letters: it is removed whole once its part is posted,
/// and stays until then, for the others' sake.</summary>
/// <param name="runs">Letter runs.</param>
/// <param name="printed">Page lists and PDFs.</param>
/// <param name="pulls">Letters to pull.</param>
public sealed class LetterForgetting(LetterRuns runs, PrintedParts printed, PullTasks pulls)
{
    /// <summary>The parts that name a person.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order.</returns>
    public async IAsyncEnumerable<PartWithPerson> FindAsync(UnitId unit, PersonId person, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var part in await runs.PartsAsync(unit, null, cancellation).ConfigureAwait(false))
        {
            var listed = await runs.LettersAsync(part, cancellation).ConfigureAwait(false);
            var pages = await printed.PagesAsync(part, cancellation).ConfigureAwait(false) ?? [];
            ImmutableArray<PrintedLetter> own = [.. pages.Where(page => page.Person == person.Value)];
            if (!own.IsEmpty || listed.Any(letter => letter.Person == person.Value))
            {
                yield return new PartWithPerson(part, own);
            }
        }
    }

    /// <summary>Takes a person out of all parts that allow it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The parts that name the person still: those being printed, and those with the person's letter that are not posted.</returns>
    public async Task<ImmutableArray<PartWithPerson>> ForgetAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var left = ImmutableArray.CreateBuilder<PartWithPerson>();
        await foreach (var found in FindAsync(unit, person, cancellation).ConfigureAwait(false))
        {
            if (!found.Part.Printed || (!found.Letters.IsEmpty && !found.Part.Posted))
            {
                left.Add(found);
                continue;
            }

            await ForgetAsync(found, person, cancellation).ConfigureAwait(false);
        }

        var waiting = left.Select(found => found.Part.Name).ToHashSet(StringComparer.Ordinal);
        var tasks = await pulls.ReadAsync(unit, part: null, cancellation).ConfigureAwait(false);
        await pulls.RemoveAsync(unit, tasks.Where(task => task.Letter.Person == person.Value && !waiting.Contains(task.Part)), cancellation).ConfigureAwait(false);
        return left.ToImmutable();
    }

    // The lists last: the part is found by them.
    private async Task ForgetAsync(PartWithPerson found, PersonId person, CancellationToken cancellation)
    {
        if (!found.Letters.IsEmpty)
        {
            var pages = await printed.PagesAsync(found.Part, cancellation).ConfigureAwait(false) ?? [];
            await printed.RemoveAsync(found.Part, pages.RemoveAll(page => page.Person == person.Value), cancellation).ConfigureAwait(false);
        }

        var listed = await runs.LettersAsync(found.Part, cancellation).ConfigureAwait(false);
        await runs.KeepAsync(found.Part, listed.RemoveAll(letter => letter.Person == person.Value), cancellation).ConfigureAwait(false);
    }
}
