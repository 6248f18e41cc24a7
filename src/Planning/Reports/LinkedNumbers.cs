using System.Collections.Immutable;

namespace Notifieringar.Planning.Reports;

/// <summary>Numbers of a report that add up to one another. What may be shown of them: no number from one to four, and none from which one of
/// those could be counted back, by whatever sums.</summary>
public sealed class LinkedNumbers
{
    private readonly List<int> _values = [];
    private readonly List<NumberSum> _sums = [];

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
    public void AddUp(int total, IEnumerable<int> parts) => _sums.Add(new NumberSum(total, [.. parts]));

    /// <summary>What may be shown.</summary>
    /// <returns>Each number by its place, or null for a hidden one.</returns>
    public ImmutableArray<int?> Shown()
    {
        var hidden = _values.Select(SmallNumbers.IsSmall).ToArray();
        while (Told(hidden) is { } sums && Next(hidden, sums) is { } next)
        {
            hidden[next] = true;
        }

        return [.. _values.Select((value, place) => hidden[place] ? (int?)null : value)];
    }

    // The sums by which a hidden number can be counted back: one that leaves it no room, for hidden numbers are at least one, or several together.
    private IEnumerable<NumberSum>? Told(bool[] hidden)
    {
        if (new NumberBounds(_values, hidden).OneThatSettles(_sums) is { } settling)
        {
            return [settling];
        }

        int[] unknown = [.. Enumerable.Range(0, hidden.Length).Where(place => hidden[place])];
        return SumsThatTell.One([.. _sums.Select(sum => CoefficientsOf(sum, unknown))]) is { } column
            ? _sums.Where(sum => sum.Has(unknown[column]))
            : null;
    }

    private static double[] CoefficientsOf(NumberSum sum, int[] unknown) =>
        [.. unknown.Select(place => place == sum.Total ? -1d : sum.Parts.Contains(place) ? 1d : 0d)];

    // The smallest of those sums; parts before totals, which say more.
    private int? Next(bool[] hidden, IEnumerable<NumberSum> near)
    {
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
