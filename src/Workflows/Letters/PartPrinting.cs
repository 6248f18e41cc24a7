using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows.Letters;

/// <summary>Prints one part of a letter run and records what became of its letters. May be killed at any moment and run again.</summary>
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
public sealed partial class PartPrinting(
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
    ILogger<PartPrinting> logger)
{
    internal async Task PrintAsync(UnitRules rules, LetterRunPart part, IReadOnlyList<WaitingLetter> inPart, CancellationToken cancellation)
    {
        var pages = await printed.PagesAsync(part, cancellation).ConfigureAwait(false)
            ?? await PageListAsync(rules, part, inPart, cancellation).ConfigureAwait(false);
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

    private async Task<ImmutableArray<PrintedLetter>> PageListAsync(
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Letter run of {Unit}, part {Part}: {Printed} printed, {Left} left out.")]
        public static partial void Printed(ILogger logger, UnitId unit, string part, int printed, int left);
    }
}
