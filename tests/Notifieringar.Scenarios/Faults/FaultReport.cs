using System.Globalization;
using Notifieringar.Model;

namespace Notifieringar.Scenarios.Faults;

/// <summary>What came of one seed: how each household was told, and every promise that was not kept.</summary>
internal sealed record FaultReport(
    int Seed, IReadOnlyDictionary<(Channel Channel, NoticeState State), int> States, IReadOnlyList<string> Broken, FaultCounts Counts, TimeSpan Took, string? Folder = null)
{
    private const int Shown = 12;

    public override string ToString()
    {
        var states = string.Join(", ", States.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key.Channel} {pair.Key.State} {pair.Value}"));
        var broken = Broken.Count == 0
            ? "every promise kept"
            : string.Join("\n    ", Broken.Take(Shown).Prepend(string.Create(CultureInfo.InvariantCulture, $"{Broken.Count} BROKEN:")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {broken}\n  {states}\n  {Counts.Kills} kills, {Counts.Outages} storage outages, {Counts.Silenced} silenced, {Counts.Answered} answers, {Counts.Rebooked} other times, {Counts.Listed} on the call list, {Counts.Problems} problems, {Counts.StorageCalls} storage calls, {Took.TotalSeconds:0} s{(Folder is null ? "" : $"\n  records and logs: {Folder}")}");
    }
}

/// <summary>What happened on the way.</summary>
internal sealed record FaultCounts(int Kills, int Outages, int Silenced, int Answered, int Rebooked, int Listed, int Problems, long StorageCalls);
