using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Letters;
using Notifieringar.Workflows.Watching;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows;

/// <summary>Prints a closed letter run: checks every letter once more, fixes each part's letters in postal-code order, prints it and records it.
/// A part that was begun before a crash is finished with the same letters.</summary>
/// <param name="definitions">Units.</param>
/// <param name="stop">Whether anything may leave.</param>
/// <param name="ledger">Results.</param>
/// <param name="waiting">Waiting letters.</param>
/// <param name="runs">Parts.</param>
/// <param name="printed">Page lists and PDFs.</param>
/// <param name="reading">Reads letters.</param>
/// <param name="composing">Writes and claims letters.</param>
/// <param name="settling">Settles those that are not printed.</param>
/// <param name="printer">Prints them.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="traces">The traces of notices.</param>
/// <param name="logger">Log.</param>
public sealed partial class PrintLetterRun(
    DefinitionCache definitions,
    StopSwitch stop,
    Ledger ledger,
    WaitingLetters waiting,
    LetterRuns runs,
    PrintedParts printed,
    LetterReading reading,
    LetterComposing composing,
    LetterSettling settling,
    LetterPrinter printer,
    IClock clock,
    NoticeTraces traces,
    ILogger<PrintLetterRun> logger)
{
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
            await FinishAsync(rules, begun, letters, cancellation).ConfigureAwait(false);
        }

        var ready = await CheckAsync(rules, letters.Values, cancellation).ConfigureAwait(false);
        var next = parts.Count + 1;
        foreach (var part in ready.Chunk(LetterPrinter.MaxLettersInPart))
        {
            var run = new LetterRunPart(rules.Unit, runDate, next++, Printed: false);
            if (await runs.BeginAsync(run, [.. part.Select(letter => new RunLetter(letter.Waiting.Shard, letter.Waiting.Person.Value, letter.Waiting.Key.ToString()))], cancellation).ConfigureAwait(false))
            {
                await FinishAsync(rules, run, letters, cancellation).ConfigureAwait(false);
            }
        }
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

    private async Task FinishAsync(
        UnitRules rules, LetterRunPart part, Dictionary<string, WaitingLetter> found, CancellationToken cancellation)
    {
        var listed = await runs.LettersAsync(part, cancellation).ConfigureAwait(false);
        var inPart = listed.Select(letter => WaitingOf(rules, part, letter, found)).ToList();
        foreach (var letter in inPart)
        {
            found.Remove(LetterDocument.Reference(letter.Person, letter.Key));
        }

        var pages = await printed.PagesAsync(part, cancellation).ConfigureAwait(false)
            ?? await PrintAsync(rules, part, inPart, cancellation).ConfigureAwait(false);
        await RecordAsync(rules, part, inPart, pages, cancellation).ConfigureAwait(false);
        await waiting.RemoveAsync(inPart, cancellation).ConfigureAwait(false);
        await runs.FinishAsync(part, cancellation).ConfigureAwait(false);
        WorkMetrics.Printed(pages.Length, pages.Sum(page => page.Pages), inPart.Count - pages.Length);
        Log.Printed(logger, part.Unit, part.Name, pages.Length, inPart.Count - pages.Length);
    }

    // The page list decides, whoever wrote it: a letter claimed for the part is on it, or is not printed.
    private async Task RecordAsync(
        UnitRules rules, LetterRunPart part, IReadOnlyList<WaitingLetter> inPart, ImmutableArray<PrintedLetter> pages, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var onPage = pages.Select(page => LetterDocument.Reference(new PersonId(page.Person), NoticeKey.Parse(page.Notice))).ToHashSet(StringComparer.Ordinal);
        var composed = (await reading.ReadAsync(rules, inPart, cancellation).ConfigureAwait(false)).Where(letter => letter.IsBeingPrinted)
            .ToLookup(letter => onPage.Contains(LetterDocument.Reference(letter.Waiting.Person, letter.Waiting.Key)));
        foreach (var shard in composed[true].GroupBy(letter => letter.Waiting.Shard, StringComparer.Ordinal))
        {
            await ledger.RecordAsync(
                rules.Unit,
                shard.Key,
                [.. shard.Select(letter => new NoticeResult(letter.Waiting.Person, letter.Notice!, NoticeState.Printed, now, Run: part.Name))],
                cancellation).ConfigureAwait(false);
        }

        foreach (var letter in composed[true])
        {
            traces.Note("print", new NoticeReference(rules.Unit, letter.Waiting.Person, letter.Waiting.Key), "result", nameof(NoticeState.Printed));
        }

        foreach (var letter in composed[false])
        {
            await settling.SettleAsync(rules, letter, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<ImmutableArray<PrintedLetter>> PrintAsync(
        UnitRules rules, LetterRunPart part, IReadOnlyList<WaitingLetter> inPart, CancellationToken cancellation)
    {
        var composed = await composing.ComposeAsync(rules, part, inPart, cancellation).ConfigureAwait(false);
        var envelope = EnvelopeProfile.Shipped.First(profile => profile.Name == rules.Envelope);
        var print = composed.Count == 0
            ? new PrintedPart(ReadOnlyMemory<byte>.Empty, [], [])
            : await printer.PrintAsync([.. composed.Select(letter => letter.Document)], envelope, cancellation).ConfigureAwait(false);
        var byReference = composed.ToDictionary(letter => letter.Document.Reference, letter => letter.Letter, StringComparer.Ordinal);
        foreach (var problem in print.Problems)
        {
            await settling.ListAsync(rules, byReference[problem.Reference], SkipReason.DoesNotFit, cancellation).ConfigureAwait(false);
        }

        ImmutableArray<PrintedLetter> pages =
        [
            .. print.Pages.Select(page => new PrintedLetter(
                byReference[page.Reference].Waiting.Person.Value,
                byReference[page.Reference].Waiting.Key.ToString(),
                page.FirstPage,
                page.PageCount)),
        ];
        return await printed.SaveAsync(part, print.Pdf, pages, cancellation).ConfigureAwait(false);
    }

    private static WaitingLetter WaitingOf(UnitRules rules, LetterRunPart part, RunLetter letter, Dictionary<string, WaitingLetter> letters)
    {
        var person = new PersonId(letter.Person);
        var key = NoticeKey.Parse(letter.Notice);
        return letters.GetValueOrDefault(LetterDocument.Reference(person, key))
            ?? new WaitingLetter(rules.Unit, letter.Shard, part.RunDate, Stockholm.MomentOf(part.RunDate.At(rules.LetterRunAt)), person, key);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Letter run of {Unit}, part {Part}: {Printed} printed, {Left} left out.")]
        public static partial void Printed(ILogger logger, UnitId unit, string part, int printed, int left);
    }
}
