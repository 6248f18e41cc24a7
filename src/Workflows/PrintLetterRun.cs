using System.Runtime.CompilerServices;
using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Letters;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows;

/// <summary>Prints a closed letter run: checks every letter once more, fixes each part's letters in postal-code order and has it printed.
/// A part that was begun before a crash is finished with the same letters.</summary>
/// <param name="definitions">Units.</param>
/// <param name="stop">Whether anything may leave.</param>
/// <param name="waiting">Waiting letters.</param>
/// <param name="runs">Parts.</param>
/// <param name="reading">Reads letters.</param>
/// <param name="settling">Settles those that are not printed.</param>
/// <param name="printing">Prints a part.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class PrintLetterRun(
    DefinitionCache definitions,
    StopSwitch stop,
    WaitingLetters waiting,
    LetterRuns runs,
    LetterReading reading,
    LetterSettling settling,
    PartPrinting printing,
    IClock clock)
{
    // One is written and recorded while the other is printed; the printer takes one at a time.
    private const int PartsAtOnce = 2;

    /// <summary>Runs.</summary>
    /// <param name="reference">The unit and the day.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every letter of the run is printed, skipped with a reason or on staff's list; at once when sending is stopped, because
    /// closed runs are queued again as long as they have letters.</returns>
    public async Task RunAsync(LetterRunReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var rules = await definitions.UnitAsync(new UnitId(reference.Unit), cancellation).ConfigureAwait(false);
        if (await stop.IsStoppedAsync(rules.Unit, cancellation).ConfigureAwait(false))
        {
            return;
        }

        var runDate = LocalDatePattern.Iso.Parse(reference.RunDate).GetValueOrThrow();
        var letters = new Dictionary<string, WaitingLetter>(StringComparer.Ordinal);
        await foreach (var letter in waiting.BelowAsync(clock.GetCurrentInstant(), cancellation).ConfigureAwait(false))
        {
            if (letter.Unit == rules.Unit && letter.RunDate == runDate && !await reading.IsHeldAsync(letter, cancellation).ConfigureAwait(false))
            {
                letters[LetterDocument.Reference(letter.Person, letter.Key)] = letter;
            }
        }

        var parts = await runs.PartsAsync(rules.Unit, runDate, cancellation).ConfigureAwait(false);
        foreach (var begun in parts.Where(part => !part.Printed))
        {
            var inPart = await LettersOfAsync(rules, begun, letters, cancellation).ConfigureAwait(false);
            await printing.PrintAsync(rules, begun, inPart, cancellation).ConfigureAwait(false);
        }

        var ready = await CheckAsync(rules, letters.Values, cancellation).ConfigureAwait(false);
        var first = new LetterRunPart(rules.Unit, runDate, parts.Count + 1, Printed: false);
        await Parallel.ForEachAsync(
            BeginAsync(rules, first, ready, letters, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellation },
            async (begun, ending) => await printing.PrintAsync(rules, begun.Part, begun.Letters, ending).ConfigureAwait(false)).ConfigureAwait(false);
    }

    // One after the other: parts are numbered without a gap, whatever ends this process.
    private async IAsyncEnumerable<(LetterRunPart Part, IReadOnlyList<WaitingLetter> Letters)> BeginAsync(
        UnitRules rules,
        LetterRunPart first,
        IReadOnlyList<CheckedLetter> ready,
        Dictionary<string, WaitingLetter> found,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (index, letters) in ready.Chunk(LetterPrinter.MaxLettersInPart).Index())
        {
            var part = first with { Part = first.Part + index };
            if (await runs.BeginAsync(part, [.. letters.Select(letter => new RunLetter(letter.Waiting.Shard, letter.Waiting.Person.Value, letter.Waiting.Key.ToString()))], cancellation).ConfigureAwait(false))
            {
                yield return (part, await LettersOfAsync(rules, part, found, cancellation).ConfigureAwait(false));
            }
        }
    }

    // What the part's list says, which may have been written before a crash; those letters are no other part's.
    private async Task<IReadOnlyList<WaitingLetter>> LettersOfAsync(
        UnitRules rules, LetterRunPart part, Dictionary<string, WaitingLetter> found, CancellationToken cancellation)
    {
        var listed = await runs.LettersAsync(part, cancellation).ConfigureAwait(false);
        var inPart = listed.Select(letter => WaitingOf(rules, part, letter, found)).ToList();
        foreach (var letter in inPart)
        {
            found.Remove(LetterDocument.Reference(letter.Person, letter.Key));
        }

        return inPart;
    }

    // Those still allowed, in the order the post wants them; the others are settled here.
    private async Task<IReadOnlyList<CheckedLetter>> CheckAsync(UnitRules rules, IEnumerable<WaitingLetter> letters, CancellationToken cancellation)
    {
        var allowed = new List<CheckedLetter>();
        foreach (var letter in await reading.ReadAsync(rules, letters, cancellation).ConfigureAwait(false))
        {
            if (letter.Notice is { State: NoticeState.Claimed } && letter.StopReason(rules, clock.GetCurrentInstant()) is null)
            {
                allowed.Add(letter);
            }
            else if (letter.IsUnclaimed)
            {
                await settling.DropUnclaimedAsync(rules, letter, cancellation).ConfigureAwait(false);
            }
            else if (!letter.IsBeingPrinted)
            {
                await settling.SettleAsync(rules, letter, cancellation).ConfigureAwait(false);
            }
        }

        return [.. allowed
            .OrderBy(letter => letter.Recipient!.Person.Address!.PostalCode, StringComparer.Ordinal)
            .ThenBy(letter => letter.Recipient!.Person.Address!.Street, StringComparer.Ordinal)
            .ThenBy(letter => letter.Waiting.Person)];
    }

    private static WaitingLetter WaitingOf(UnitRules rules, LetterRunPart part, RunLetter letter, Dictionary<string, WaitingLetter> letters)
    {
        var person = new PersonId(letter.Person);
        var key = NoticeKey.Parse(letter.Notice);
        return letters.GetValueOrDefault(LetterDocument.Reference(person, key))
            ?? new WaitingLetter(rules.Unit, letter.Shard, part.RunDate, Stockholm.MomentOf(part.RunDate.At(rules.LetterRunAt)), person, key);
    }
}
