using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Letters;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes back a letter that the post could not deliver. If another address is known, or comes with an import in time, one new
/// letter goes out; else staff call.</summary>
/// <param name="reading">Reads parts.</param>
/// <param name="ledger">Writes to households.</param>
/// <param name="due">Due notices.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">When it came back.</param>
public sealed class ReturnLetter(PartReading reading, HouseholdLedger ledger, DueNotices due, CallList callList, IClock clock)
{
    private const int Attempts = 8;

    // The Work row stands before the ledger says why, and must not be looked at in between.
    private static readonly Duration LookAgain = Duration.FromMinutes(1);

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
            if (await reading.FindAsync(unit, run, part, cancellation).ConfigureAwait(false) is not { } held || held.LetterAt(page) is not { } printed
                || await reading.LettersAsync(held, [printed], cancellation).ConfigureAwait(false) is not [var letter])
            {
                return new LetterActionOutcome.Unknown("There is no letter on that page.");
            }

            if (letter.Notice.State is not (NoticeState.Posted or NoticeState.Returned))
            {
                return new LetterActionOutcome.Refused("That letter has not been posted.", []);
            }

            if (await WriteAsync(letter, cancellation).ConfigureAwait(false))
            {
                return new LetterActionOutcome.Done();
            }
        }

        throw new InvalidOperationException("A household kept changing while its letter was taken back.");
    }

    private async Task<bool> WriteAsync(HeldLetter letter, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var (person, notice) = (letter.Recipient.Person, letter.Notice);
        var isNew = notice.State == NoticeState.Posted;
        var isElsewhere = AddressHash.Of(person) is { } hash && hash != notice.TextHash;
        var mayBeTold = letter.Invitation is { } invitation && NeverSend.Reason(letter.Recipient, invitation) is null;
        if (mayBeTold && isNew)
        {
            await due.PutAsync(
                [new DueNotice(person.Unit, letter.Shard, now + LookAgain, person.Id, new OccasionId(notice.Key.Occasion), notice.Key.Programme, notice.Key.Step)],
                cancellation).ConfigureAwait(false);
        }

        var returned = notice with { State = NoticeState.Returned, RecordedAt = now, Returns = notice.Returns + 1 };
        var closed = isElsewhere ? (ClosedChannels?)null : person.Closed | ClosedChannels.Letter;
        if (isNew && !await ledger.WriteAsync(letter.Recipient, letter.Shard, new HouseholdChange([returned], [], closed), now, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        if (mayBeTold && (!isElsewhere || returned.Returns > 1))
        {
            await callList.AddAsync([new ListedNotice(person.Unit, person.Id, notice.Key, SkipReason.ReturnedLetter)], now, cancellation).ConfigureAwait(false);
        }

        return true;
    }
}
