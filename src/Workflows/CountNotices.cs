using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Statistics;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>How much was said in a period. Small numbers are withheld.</summary>
/// <param name="Notices">How many notices.</param>
/// <param name="States">By state.</param>
/// <param name="Channels">By channel.</param>
/// <param name="Languages">By language, of what has one.</param>
/// <param name="Reasons">By reason, of what was not sent or is for staff.</param>
public sealed record NoticeStatistics(
    ReportedNumber Notices,
    ImmutableSortedDictionary<string, ReportedNumber> States,
    ImmutableSortedDictionary<string, ReportedNumber> Channels,
    ImmutableSortedDictionary<string, ReportedNumber> Languages,
    ImmutableSortedDictionary<string, ReportedNumber> Reasons);

/// <summary>Counts notices.</summary>
/// <param name="definitions">Units.</param>
/// <param name="history">The ledger across people.</param>
public sealed class CountNotices(DefinitionCache definitions, NoticeHistory history)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="from">First day in Europe/Stockholm on which a state was recorded.</param>
    /// <param name="to">Last day.</param>
    /// <param name="programme">The programme's id; null for all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The numbers.</returns>
    public async Task<NoticeStatistics> RunAsync(UnitId unit, LocalDate from, LocalDate to, string? programme, CancellationToken cancellation)
    {
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var notices = new List<(string State, string Channel, string Language, string? Reason)>();
        foreach (var shard in Keys.Shards(rules.Shards))
        {
            var rows = history.ReadAsync(
                unit, shard, Stockholm.MomentOf(from.AtMidnight()), Stockholm.MomentOf(to.PlusDays(1).AtMidnight()), cancellation);
            await foreach (var (_, notice, _) in rows.ConfigureAwait(false))
            {
                if (programme is null || notice.Key.Programme == programme)
                {
                    notices.Add((notice.State.ToString(), notice.Channel.ToString(), notice.Language, notice.SkipReason?.ToString()));
                }
            }
        }

        return new NoticeStatistics(
            SmallNumbers.Of(notices.Count),
            By(notices.Select(notice => notice.State)),
            By(notices.Select(notice => notice.Channel)),
            By(notices.Select(notice => notice.Language)),
            By(notices.Select(notice => notice.Reason)));
    }

    private static ImmutableSortedDictionary<string, ReportedNumber> By(IEnumerable<string?> words) => SmallNumbers.OfParts(
        words.Where(word => word is { Length: > 0 }).GroupBy(word => word!, StringComparer.Ordinal).ToDictionary(word => word.Key, word => word.Count(), StringComparer.Ordinal));
}
