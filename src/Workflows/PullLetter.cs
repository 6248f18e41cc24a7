using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Letters;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes staff's word that a letter is out of the pile.</summary>
/// <param name="reading">Reads parts.</param>
/// <param name="ledger">Writes to households.</param>
/// <param name="pulls">Letters to pull.</param>
/// <param name="clock">When it is pulled.</param>
public sealed class PullLetter(PartReading reading, HouseholdLedger ledger, PullTasks pulls, IClock clock)
{
    private const int Attempts = 8;

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="run">The run's date.</param>
    /// <param name="part">The part's number.</param>
    /// <param name="page">A page of the letter.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<LetterActionOutcome> RunAsync(UnitId unit, string run, int part, int page, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await reading.FindAsync(unit, run, part, cancellation).ConfigureAwait(false) is not { } held
                || held.LetterAt(page) is not { } printed
                || held.Pulls.FirstOrDefault(task => task.Letter == printed) is not { } task)
            {
                return new LetterActionOutcome.Unknown("There is no letter to pull on that page.");
            }

            var letter = await reading.LettersAsync(held, [printed], cancellation).ConfigureAwait(false) is [var found] ? found : null;
            if (letter?.Notice.State is NoticeState.Posted or NoticeState.Returned)
            {
                return new LetterActionOutcome.Refused("That letter has been posted.", []);
            }

            var pulled = letter?.Notice.State is NoticeState.Printed or NoticeState.Composed ? letter : null;
            if (pulled is null || await WriteAsync(pulled, cancellation).ConfigureAwait(false))
            {
                await pulls.DoneAsync(unit, task, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
                return new LetterActionOutcome.Done();
            }
        }

        throw new InvalidOperationException("A household kept changing while its letter was pulled.");
    }

    private Task<bool> WriteAsync(HeldLetter letter, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var notice = letter.Notice with { State = NoticeState.Pulled, RecordedAt = now };
        return ledger.WriteAsync(letter.Recipient, letter.Shard, new HouseholdChange([notice], []), now, cancellation);
    }
}
