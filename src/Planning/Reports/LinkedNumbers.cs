using System.Collections.Immutable;

namespace Notifieringar.Planning.Reports;

/// <summary>Numbers of a report that add up to one another. What may be shown of them: no number from one to four, and none from which one of
/// those could be counted back, by whatever sums.</summary>
public sealed class LinkedNumbers
{
    private readonly List<int> _values = [];
    private readonly List<(int Total, int[] Parts)> _sums = [];

    /// <summary>Adds a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its place.</returns>
    public int Add(int value)
    {
        _values.Add(value);
        return _values.Count - 1;
    }

    /// <summary>Says that numbers add up to another, which whoever reads the report knows.</summary>
    /// <param name="total">The place of the sum.</param>
    /// <param name="parts">The places of its parts.</param>
    public void AddUp(int total, IEnumerable<int> parts) => _sums.Add((total, [.. parts]));

    /// <summary>What may be shown.</summary>
    /// <returns>Each number by its place, or null for a hidden one.</returns>
    public ImmutableArray<int?> Shown()
    {
        var hidden = _values.Select(SmallNumbers.IsSmall).ToArray();
        while (Told(hidden) is [_, ..] told && Next(hidden, told) is { } next)
        {
            hidden[next] = true;
        }

        return [.. _values.Select((value, place) => hidden[place] ? (int?)null : value)];
    }

    // The hidden numbers that can be counted back: by the sums, or because hidden numbers are at least one.
    private int[] Told(bool[] hidden)
    {
        int[] unknown = [.. Enumerable.Range(0, hidden.Length).Where(place => hidden[place])];
        int[] told = [.. SumsThatTell.All([.. _sums.Select(sum => CoefficientsOf(sum, unknown))]).Select(column => unknown[column])];
        return told is [] ? new NumberBounds(_values, hidden).Settled(_sums) : told;
    }

    private static double[] CoefficientsOf((int Total, int[] Parts) sum, int[] unknown) =>
        [.. unknown.Select(place => place == sum.Total ? -1d : sum.Parts.Contains(place) ? 1d : 0d)];

    // The smallest that stands in a sum with one that is told; parts before totals, which say more.
    private int? Next(bool[] hidden, int[] told)
    {
        var near = _sums.Where(sum => told.Contains(sum.Total) || sum.Parts.Intersect(told).Any()).ToList();
        return Smallest(near.SelectMany(sum => sum.Parts))
            ?? Smallest(near.Select(sum => sum.Total))
            ?? Smallest(_sums.SelectMany(sum => sum.Parts))
            ?? Smallest(_sums.Select(sum => sum.Total));

        int? Smallest(IEnumerable<int> places) => places
            .Where(place => !hidden[place] && _values[place] > 0)
            .OrderBy(place => _values[place])
            .ThenBy(place => place)
            .Select(place => (int?)place)
            .FirstOrDefault();
    }
}
