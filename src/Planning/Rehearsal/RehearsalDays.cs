using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Rehearsal;

/// <summary>A rehearsal in numbers, without anybody in it.</summary>
/// <param name="Day">The day in Sweden.</param>
/// <param name="Said">What is said, by step, channel and language.</param>
/// <param name="NotSaid">What is not, by step and reason.</param>
public sealed record RehearsedDay(LocalDate Day, ImmutableArray<SaidCount> Said, ImmutableArray<NotSaidCount> NotSaid);

/// <summary>How much is said in one way.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Count">How many notices.</param>
public sealed record SaidCount(string Programme, string Step, Channel Channel, string Language, int Count);

/// <summary>How much is not said for one reason.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="ForStaff">True when staff gets it.</param>
/// <param name="Count">How many notices.</param>
public sealed record NotSaidCount(string Programme, string Step, SkipReason Reason, bool ForStaff, int Count);

/// <summary>Counts a rehearsal.</summary>
public static class RehearsalDays
{
    /// <summary>Counts by day.</summary>
    /// <param name="outcome">The rehearsal.</param>
    /// <returns>The days on which something happens, in order.</returns>
    public static ImmutableArray<RehearsedDay> Of(RehearsalOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return [.. outcome.Notices.GroupBy(notice => notice.Day).OrderBy(day => day.Key).Select(day => new RehearsedDay(day.Key, Said(day), NotSaid(day)))];
    }

    private static ImmutableArray<SaidCount> Said(IEnumerable<RehearsedNotice> notices) =>
    [
        .. notices
            .Where(notice => notice.Fate == RehearsedFate.Said)
            .CountBy(notice => (notice.Key.Programme, notice.Key.Step, notice.Key.Channel, notice.Language))
            .OrderBy(row => row.Key.Programme, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Step, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Channel)
            .ThenBy(row => row.Key.Language, StringComparer.Ordinal)
            .Select(row => new SaidCount(row.Key.Programme, row.Key.Step, row.Key.Channel, row.Key.Language, row.Value)),
    ];

    private static ImmutableArray<NotSaidCount> NotSaid(IEnumerable<RehearsedNotice> notices) =>
    [
        .. notices
            .Where(notice => notice.Reason is not null)
            .CountBy(notice => (notice.Key.Programme, notice.Key.Step, Reason: notice.Reason!.Value, ForStaff: notice.Fate == RehearsedFate.Listed))
            .OrderBy(row => row.Key.Programme, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Step, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Reason)
            .ThenBy(row => row.Key.ForStaff)
            .Select(row => new NotSaidCount(row.Key.Programme, row.Key.Step, row.Key.Reason, row.Key.ForStaff, row.Value)),
    ];
}
