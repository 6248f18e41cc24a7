using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Letters;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Records that a part has been handed to the post. Refused while a letter of someone who must not be written to is in the pile;
/// each letter is checked on the row that its claim is conditional on.</summary>
/// <param name="reading">Reads parts.</param>
/// <param name="runs">Parts.</param>
/// <param name="pulls">Letters to pull.</param>
/// <param name="ledger">Claims.</param>
/// <param name="clock">When it is posted.</param>
/// <param name="logger">Log.</param>
public sealed partial class PostLetters(PartReading reading, LetterRuns runs, PullTasks pulls, Ledger ledger, IClock clock, ILogger<PostLetters> logger)
{
    private const int Attempts = 8;

    // In place of a silence: the visit that the letter is about has been called off.
    private const string CalledOff = "called-off";

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="run">The run's date.</param>
    /// <param name="part">The part's number.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<LetterActionOutcome> RunAsync(UnitId unit, string run, int part, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await reading.FindAsync(unit, run, part, cancellation).ConfigureAwait(false) is not { } held)
            {
                return new LetterActionOutcome.Unknown("There is no such part.");
            }

            if (!held.Part.Printed)
            {
                return new LetterActionOutcome.Refused("The part is not printed yet.", []);
            }

            var letters = await reading.LettersAsync(held, held.Pages, cancellation).ConfigureAwait(false);
            var inPile = letters.Where(letter => letter.Notice.State == NoticeState.Printed).ToList();
            if (ToPull(held, inPile) is { IsEmpty: false } pull)
            {
                await AskForCalledOffAsync(held, inPile, cancellation).ConfigureAwait(false);
                return new LetterActionOutcome.Refused("Take these letters out of the pile first, by their first page, and confirm each.", pull);
            }

            if (await ClaimAsync(unit, inPile, cancellation).ConfigureAwait(false))
            {
                await runs.PostedAsync(held.Part, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
                Log.Posted(logger, unit, held.Part.Name, inPile.Count);
                return new LetterActionOutcome.Done();
            }
        }

        throw new InvalidOperationException("Households kept changing while their letters were posted.");
    }

    // A silence whose task is not written yet counts too: it was ordered before the pile left.
    private static ImmutableArray<int> ToPull(HeldPart held, IEnumerable<HeldLetter> inPile) =>
    [
        .. held.Pulls.Where(task => !task.Pulled).Select(task => task.Letter.FirstPage)
            .Union(inPile
                .Where(letter => letter.Invitation is { } invitation && NeverSend.Reason(letter.Recipient, invitation) is not null)
                .Select(letter => letter.Printed.FirstPage))
            .Order(),
    ];

    // A silence asks for its letters itself; of a visit that staff have called off nobody else does.
    private async Task AskForCalledOffAsync(HeldPart held, IEnumerable<HeldLetter> inPile, CancellationToken cancellation)
    {
        foreach (var letter in inPile.Where(letter => letter.Invitation is { } invitation && NeverSend.Reason(letter.Recipient, invitation) == SkipReason.VisitCancelled))
        {
            var task = new PullTask(held.Part.Name, letter.Printed, CalledOff, Pulled: false);
            await pulls.AddAsync(held.Part.Unit, task, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> ClaimAsync(UnitId unit, IEnumerable<HeldLetter> letters, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var all = true;
        foreach (var shard in letters.GroupBy(letter => letter.Shard, StringComparer.Ordinal))
        {
            foreach (var part in OnePerPerson.Chunk(shard, letter => letter.Recipient.Person.Id))
            {
                NoticeClaim[] claims = [.. part.Select(letter => new NoticeClaim(
                    letter.Recipient, letter.Notice with { State = NoticeState.Posted, RecordedAt = now }))];
                all &= await ledger.ClaimAsync(unit, shard.Key, claims, now, cancellation).ConfigureAwait(false) is not null;
            }
        }

        return all;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Letter run of {Unit}, part {Part}: {Count} letters posted.")]
        public static partial void Posted(ILogger logger, UnitId unit, string part, int count);
    }
}
