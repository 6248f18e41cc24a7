using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Letters;

/// <summary>Settles letters that are not printed after all: skipped with a reason, or on staff's list.</summary>
/// <param name="people">People.</param>
/// <param name="ledger">Claims and results.</param>
/// <param name="waiting">Waiting letters.</param>
/// <param name="due">Due notices.</param>
/// <param name="chunks">Chunks.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class LetterSettling(PeopleTable people, Ledger ledger, WaitingLetters waiting, DueNotices due, ChunkTable chunks, CallList callList, IClock clock)
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

            var reason = letter.StopReason(rules, now);
            var settled = notice! with
            {
                State = letter.IsForStaff(reason, now) ? NoticeState.OnList : NoticeState.Skipped,
                SkipReason = reason ?? SkipReason.TooLate,
            };
            if (await ledger.ClaimAsync(rules.Unit, waitingLetter.Shard, [new NoticeClaim(recipient, settled)], now, cancellation).ConfigureAwait(false) is not null)
            {
                notice = settled;
                break;
            }

            recipient = await people.ReadAsync(rules.Unit, waitingLetter.Shard, waitingLetter.Person, cancellation).ConfigureAwait(false);
        }

        // Also when somebody else left it to staff, who may have died before their list.
        if (notice is { State: NoticeState.OnList, SkipReason: { } why })
        {
            await AddToListAsync(rules, letter, why, now, cancellation).ConfigureAwait(false);
        }

        await waiting.RemoveAsync([waitingLetter], cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets a letter that was put here and never claimed, because its person had changed and something else is said. A sender that is
    /// still about to claim it has its due notice in Work, or its campaign's chunk open, until it has.</summary>
    internal async Task DropUnclaimedAsync(UnitRules rules, CheckedLetter letter, CancellationToken cancellation)
    {
        var (waitingLetter, key) = (letter.Waiting, letter.Waiting.Key);
        var open = await due.OfAsync(rules.Unit, waitingLetter.Person, cancellation).ConfigureAwait(false);
        if (open.Any(one => one.Occasion.Value == key.Occasion && one.Step == key.Step)
            || (letter.Campaign is { } campaign && await chunks.HoldsAsync(campaign, waitingLetter.Person, cancellation).ConfigureAwait(false)))
        {
            return;
        }

        // Read again, for it may have been claimed since.
        var recipient = await people.ReadAsync(rules.Unit, waitingLetter.Shard, waitingLetter.Person, cancellation).ConfigureAwait(false);
        if (recipient is null || recipient.Notices.All(notice => notice.Key != key))
        {
            await waiting.RemoveAsync([waitingLetter], cancellation).ConfigureAwait(false);
        }
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
