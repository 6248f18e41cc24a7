using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Letters;

/// <summary>Settles letters that are not printed after all: skipped with a reason, or on staff's list.</summary>
/// <param name="people">People.</param>
/// <param name="ledger">Claims and results.</param>
/// <param name="waiting">Waiting letters.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class LetterSettling(PeopleTable people, Ledger ledger, WaitingLetters waiting, CallList callList, IClock clock)
{
    private const int Attempts = 5;

    internal async Task SettleAsync(UnitRules rules, CheckedLetter letter, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var (waitingLetter, recipient, notice) = (letter.Waiting, letter.Recipient, letter.Notice);
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
                    await AddToListAsync(rules, letter, reason, now, cancellation).ConfigureAwait(false);
                }

                break;
            }

            recipient = await people.ReadAsync(rules.Unit, waitingLetter.Shard, waitingLetter.Person, cancellation).ConfigureAwait(false);
        }

        await waiting.RemoveAsync([waitingLetter], cancellation).ConfigureAwait(false);
    }

    internal async Task ListAsync(UnitRules rules, CheckedLetter letter, SkipReason reason, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await ledger.RecordAsync(
            rules.Unit,
            letter.Waiting.Shard,
            [new NoticeResult(letter.Waiting.Person, letter.Notice!, NoticeState.OnList, now, Reason: reason)],
            cancellation).ConfigureAwait(false);
        await AddToListAsync(rules, letter, reason, now, cancellation).ConfigureAwait(false);
    }

    private Task AddToListAsync(UnitRules rules, CheckedLetter letter, SkipReason reason, Instant now, CancellationToken cancellation) =>
        callList.AddAsync([new ListedNotice(rules.Unit, letter.Waiting.Person, letter.Waiting.Key, reason)], now, cancellation);
}
