using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows.Hooks;

/// <summary>What follows from receipts that are in the ledger already: closed channels, the next rung, staff's list. May be done twice.</summary>
/// <param name="close">Closes channels.</param>
/// <param name="people">Reads notices.</param>
/// <param name="due">Due notices.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class ReceiptConsequences(CloseChannel close, ChannelClosing people, DueNotices due, CallList callList, IClock clock)
{
    internal async Task DrawAsync(UnitId unit, string shard, IEnumerable<WaitingReceipt> receipts, CancellationToken cancellation)
    {
        var next = new List<DueNotice>();
        var listed = new List<ListedNotice>();
        foreach (var said in receipts.ToLookup(receipt => new NoticeReference(unit, receipt.Person, receipt.Key), receipt => receipt.Kind))
        {
            var bounced = said.Contains(ReceiptKind.BouncedPermanent);
            if (bounced || said.Contains(ReceiptKind.OptedOut))
            {
                var reason = said.Contains(ReceiptKind.OptedOut) ? SuppressionReason.OptedOut : SuppressionReason.Bounced;
                if (await close.ForReceiptAsync(said.Key, shard, reason, cancellation).ConfigureAwait(false) == CloseOutcome.Closed && bounced)
                {
                    next.Add(Due(said.Key, shard));
                }
            }
            else if (said.Contains(ReceiptKind.BouncedTemporary) && await IsBouncedAsync(said.Key, shard, cancellation).ConfigureAwait(false))
            {
                listed.Add(new ListedNotice(unit, said.Key.Person, said.Key.Key, SkipReason.Bounced));
            }
        }

        await due.PutAsync(next, cancellation).ConfigureAwait(false);
        await callList.AddAsync(listed, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
    }

    // The same person, occasion and step again: the planner sees the bounce and climbs one rung, or hands it to staff.
    private DueNotice Due(NoticeReference notice, string shard) => new(
        notice.Unit, shard, clock.GetCurrentInstant(), notice.Person, new OccasionId(notice.Key.Occasion), notice.Key.Programme, notice.Key.Step);

    private async Task<bool> IsBouncedAsync(NoticeReference notice, string shard, CancellationToken cancellation) =>
        await people.ReadAsync(notice.Unit, shard, notice.Person, notice.Key, cancellation).ConfigureAwait(false)
            is { State: NoticeState.BouncedTemporary };
}
