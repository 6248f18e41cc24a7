using Notifieringar.Model;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows.Silencing;
using NodaTime;

namespace Notifieringar.Workflows.Erasing;

/// <summary>Silences a household that is to be erased, as custody lost does: this home only. Nothing more leaves, its visits are called off and
/// their times are free. Whoever else was to be there is on staff's list, without a word of why.</summary>
/// <param name="circle">Writes the mark.</param>
/// <param name="visits">Calls off visits.</param>
/// <param name="notices">Stops notices.</param>
/// <param name="counting">Counts what was stopped.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class HouseholdQuieting(
    HouseholdCircle circle, VisitCancelling visits, NoticeStopping notices, SilenceCounting counting, CallList callList, IClock clock)
{
    /// <summary>Silences, and returns what was stopped; null while a letter is being printed, whose page is not known yet.</summary>
    internal async Task<SilenceReceipt?> RunAsync(UnitRules rules, Erasure erasure, CancellationToken cancellation)
    {
        var silence = erasure.Silence;
        await circle.MarkAsync(rules, silence, erasure.Person, cancellation).ConfigureAwait(false);
        var left = await visits.CancelAsync(rules, silence, [erasure.Person], cancellation).ConfigureAwait(false);
        var off = new NoticeKey("silence", erasure.Id, 0, "visit-off", Channel.Letter);
        await callList.AddAsync(
            [.. left.Select(person => new ListedNotice(rules.Unit, person, off, SkipReason.VisitCancelled))],
            clock.GetCurrentInstant(),
            cancellation).ConfigureAwait(false);
        var sum = new StoppedCounts(0, 0);
        foreach (var person in left.Prepend(erasure.Person))
        {
            sum += await notices.StopAsync(rules, silence, person, cancellation).ConfigureAwait(false);
        }

        return sum.BeingPrinted > 0
            ? null
            : await counting.CountAsync(rules, silence, [erasure.Person], left, sum.UnderWay, cancellation).ConfigureAwait(false);
    }
}
