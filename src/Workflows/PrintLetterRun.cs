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
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows;

/// <summary>Prints a closed letter run: checks every letter once more, fixes each part's letters in postal-code order, prints it and records it.
/// A part that was begun before a crash is finished with the same letters.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="ledger">Claims and results.</param>
/// <param name="waiting">Waiting letters.</param>
/// <param name="runs">Parts, page lists and PDFs.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="documents">Writes letters.</param>
/// <param name="printer">Prints them.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class PrintLetterRun(
    DefinitionCache definitions,
    PeopleTable people,
    Ledger ledger,
    WaitingLetters waiting,
    LetterRuns runs,
    CallList callList,
    LetterDocument documents,
    LetterPrinter printer,
    IClock clock,
    ILogger<PrintLetterRun> logger)
{
    private const int Attempts = 5;

    /// <summary>Runs.</summary>
    /// <param name="reference">The unit and the day.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every letter of the run is printed, skipped with a reason or on staff's list.</returns>
    public async Task RunAsync(LetterRunReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var rules = await definitions.UnitAsync(new UnitId(reference.Unit), cancellation).ConfigureAwait(false);
        var runDate = LocalDatePattern.Iso.Parse(reference.RunDate).GetValueOrThrow();
        var letters = new Dictionary<string, WaitingLetter>(StringComparer.Ordinal);
        await foreach (var letter in waiting.BelowAsync(clock.GetCurrentInstant(), cancellation).ConfigureAwait(false))
        {
            if (letter.Unit == rules.Unit && letter.RunDate == runDate)
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
        foreach (var letter in await ReadAsync(rules, letters, cancellation).ConfigureAwait(false))
        {
            if (letter.Notice is { State: NoticeState.Claimed } && letter.StopReason(rules, clock.GetCurrentInstant()) is null)
            {
                allowed.Add(letter);
            }
            else if (!letter.IsInOtherHands)
            {
                await SettleAsync(rules, letter, cancellation).ConfigureAwait(false);
            }
        }

        return [.. allowed
            .OrderBy(letter => letter.Recipient!.Person.Address!.PostalCode, StringComparer.Ordinal)
            .ThenBy(letter => letter.Recipient!.Person.Address!.Street, StringComparer.Ordinal)
            .ThenBy(letter => letter.Waiting.Person)];
    }

    private async Task SettleAsync(UnitRules rules, CheckedLetter letter, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var (waitingLetter, recipient, _, notice, _) = letter;
        var isOpen = notice is { State: NoticeState.Claimed or NoticeState.Composed };
        for (var attempt = 0; isOpen && recipient is not null; attempt++)
        {
            if (attempt == Attempts)
            {
                throw new InvalidOperationException("A household kept changing while its letter was settled.");
            }

            // Old data is for staff to see to: import, then call the family or send by hand.
            var reason = letter.StopReason(rules, now) ?? SkipReason.TooLate;
            var settled = notice! with { State = reason == SkipReason.StaleData ? NoticeState.OnList : NoticeState.Skipped, SkipReason = reason };
            if (await ledger.ClaimAsync(rules.Unit, waitingLetter.Shard, [new NoticeClaim(recipient, settled)], now, cancellation).ConfigureAwait(false) is not null)
            {
                if (settled.State == NoticeState.OnList)
                {
                    await callList.AddAsync([new ListedNotice(rules.Unit, waitingLetter.Person, waitingLetter.Key, reason)], now, cancellation).ConfigureAwait(false);
                }

                break;
            }

            recipient = await people.ReadAsync(rules.Unit, waitingLetter.Shard, waitingLetter.Person, cancellation).ConfigureAwait(false);
        }

        await waiting.RemoveAsync([waitingLetter], cancellation).ConfigureAwait(false);
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

        var pages = await runs.PagesAsync(part, cancellation).ConfigureAwait(false)
            ?? await PrintAsync(rules, part, inPart, cancellation).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var printed = pages.Select(page => page.Person + "~" + page.Notice).ToHashSet(StringComparer.Ordinal);
        var letters = await ReadAsync(
            rules, inPart.Where(letter => printed.Contains(LetterDocument.Reference(letter.Person, letter.Key))), cancellation).ConfigureAwait(false);
        foreach (var shard in letters.Where(letter => letter.Notice is { State: NoticeState.Composed }).GroupBy(letter => letter.Waiting.Shard, StringComparer.Ordinal))
        {
            await ledger.RecordAsync(
                rules.Unit,
                shard.Key,
                [.. shard.Select(letter => new NoticeResult(letter.Waiting.Person, letter.Notice!, NoticeState.Printed, now, Run: part.Name))],
                cancellation).ConfigureAwait(false);
        }

        await waiting.RemoveAsync(inPart, cancellation).ConfigureAwait(false);
        await runs.FinishAsync(part, cancellation).ConfigureAwait(false);
        Log.Printed(logger, part.Unit, part.Name, printed.Count, inPart.Count - printed.Count);
    }

    private async Task<ImmutableArray<PrintedLetter>> PrintAsync(
        UnitRules rules, LetterRunPart part, IReadOnlyList<WaitingLetter> inPart, CancellationToken cancellation)
    {
        var composed = await ComposeAsync(rules, part, inPart, cancellation).ConfigureAwait(false);
        var envelope = EnvelopeProfile.Shipped.First(profile => profile.Name == rules.Envelope);
        var print = composed.Count == 0
            ? new PrintedPart(ReadOnlyMemory<byte>.Empty, [], [])
            : await printer.PrintAsync([.. composed.Select(letter => letter.Document)], envelope, cancellation).ConfigureAwait(false);
        var byReference = composed.ToDictionary(letter => letter.Document.Reference, letter => letter.Letter, StringComparer.Ordinal);
        foreach (var problem in print.Problems)
        {
            await ListAsync(rules, byReference[problem.Reference], SkipReason.DoesNotFit, cancellation).ConfigureAwait(false);
        }

        ImmutableArray<PrintedLetter> pages =
        [
            .. print.Pages.Select(page => new PrintedLetter(
                byReference[page.Reference].Waiting.Person.Value,
                byReference[page.Reference].Waiting.Key.ToString(),
                page.FirstPage,
                page.PageCount)),
        ];
        if (!print.Pdf.IsEmpty)
        {
            await runs.SavePdfAsync(part, print.Pdf, pages, cancellation).ConfigureAwait(false);
        }

        return pages;
    }

    // Claims each letter for this part, on the row as it is now: whoever was silenced since is left out of the pile.
    private async Task<List<(LetterToPrint Document, CheckedLetter Letter)>> ComposeAsync(
        UnitRules rules, LetterRunPart part, IReadOnlyList<WaitingLetter> inPart, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var pending = inPart;
        var composed = new Dictionary<string, (LetterToPrint, CheckedLetter)>(StringComparer.Ordinal);
        for (var attempt = 0; pending.Count > 0 && attempt < Attempts; attempt++)
        {
            var ready = new List<(LetterToPrint Document, CheckedLetter Letter)>();
            foreach (var letter in await ReadAsync(rules, pending, cancellation).ConfigureAwait(false))
            {
                if (letter.Notice is not { State: NoticeState.Claimed or NoticeState.Composed })
                {
                    continue;
                }

                if (letter.StopReason(rules, now) is not null)
                {
                    await SettleAsync(rules, letter, cancellation).ConfigureAwait(false);
                    continue;
                }

                var document = await documents.WriteAsync(
                    letter.Recipient!, letter.Invitation!, letter.Waiting.Key, rules, part.RunDate, cancellation).ConfigureAwait(false);
                if (document is null)
                {
                    await ListAsync(rules, letter, SkipReason.NoText, cancellation).ConfigureAwait(false);
                    continue;
                }

                ready.Add((document, letter));
            }

            pending = await MarkComposedAsync(rules, ready, composed, now, cancellation).ConfigureAwait(false);
        }

        if (pending.Count > 0)
        {
            throw new InvalidOperationException($"{pending.Count} households kept changing while their letters were composed.");
        }

        return [.. inPart.Select(letter => LetterDocument.Reference(letter.Person, letter.Key)).Where(composed.ContainsKey).Select(reference => composed[reference])];
    }

    private async Task<IReadOnlyList<WaitingLetter>> MarkComposedAsync(
        UnitRules rules,
        List<(LetterToPrint Document, CheckedLetter Letter)> ready,
        Dictionary<string, (LetterToPrint, CheckedLetter)> composed,
        Instant now,
        CancellationToken cancellation)
    {
        var conflicts = new List<WaitingLetter>();
        foreach (var shard in ready.GroupBy(pair => pair.Letter.Waiting.Shard, StringComparer.Ordinal))
        {
            // Two letters to one household touch one person row: they go in transactions of their own.
            foreach (var part in shard.GroupBy(pair => pair.Letter.Waiting.Person).SelectMany((person, _) => person.Select((pair, turn) => (pair, turn))).GroupBy(item => item.turn).SelectMany(turn => turn.Select(item => item.pair).Chunk(Ledger.PeoplePerClaim)))
            {
                var open = part.Where(pair => pair.Letter.Notice!.State == NoticeState.Claimed).ToList();
                var claims = open.Select(pair => new NoticeClaim(pair.Letter.Recipient!, pair.Letter.Notice! with { State = NoticeState.Composed })).ToList();
                var claimed = claims.Count == 0 ? [] : await ledger.ClaimAsync(rules.Unit, shard.Key, claims, now, cancellation).ConfigureAwait(false);
                if (claimed is null)
                {
                    conflicts.AddRange(part.Select(pair => pair.Letter.Waiting));
                    continue;
                }

                foreach (var pair in part.Except(open).Concat(open.Zip(claimed, (pair, notice) => (pair.Document, pair.Letter with { Notice = notice }))))
                {
                    composed[pair.Document.Reference] = pair;
                }
            }
        }

        return conflicts;
    }

    private async Task ListAsync(UnitRules rules, CheckedLetter letter, SkipReason reason, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await ledger.RecordAsync(
            rules.Unit,
            letter.Waiting.Shard,
            [new NoticeResult(letter.Waiting.Person, letter.Notice!, NoticeState.OnList, now, Reason: reason)],
            cancellation).ConfigureAwait(false);
        await callList.AddAsync([new ListedNotice(rules.Unit, letter.Waiting.Person, letter.Waiting.Key, reason)], now, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<CheckedLetter>> ReadAsync(UnitRules rules, IEnumerable<WaitingLetter> letters, CancellationToken cancellation)
    {
        var read = new List<CheckedLetter>();
        foreach (var shard in letters.GroupBy(letter => letter.Shard, StringComparer.Ordinal))
        {
            var found = await people.ReadAsync(rules.Unit, shard.Key, [.. shard.Select(letter => letter.Person)], cancellation).ConfigureAwait(false);
            foreach (var letter in shard)
            {
                var (_, step) = await definitions.StepAsync(letter.Key.Programme, letter.Key.Step, cancellation).ConfigureAwait(false);
                read.Add(CheckedLetter.Of(letter, found.GetValueOrDefault(letter.Person), step));
            }
        }

        return read;
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
