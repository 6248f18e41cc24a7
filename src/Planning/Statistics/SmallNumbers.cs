using System.Collections.Immutable;

namespace Notifieringar.Planning.Statistics;

/// <summary>A number in a report.</summary>
/// <param name="Number">The number; null when it is withheld.</param>
/// <param name="FewerThan">For a number that is withheld because it is small: what it is below.</param>
public readonly record struct ReportedNumber(int? Number, int? FewerThan);

/// <summary>Withholds small numbers: a count of one or two is a family that neighbours know.</summary>
public static class SmallNumbers
{
    /// <summary>Numbers below this are withheld.</summary>
    public const int Least = 5;

    /// <summary>One number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The number, or that it is small. Nobody is nobody's family: 0 is shown.</returns>
    public static ReportedNumber Of(int number) => number is > 0 and < Least ? new(null, Least) : new(number, null);

    /// <summary>The parts of a whole that is shown too. Where one part alone is withheld, the smallest other goes with it: else it were the
    /// whole less the rest.</summary>
    /// <param name="parts">The parts by name.</param>
    /// <returns>The same names, in order.</returns>
    public static ImmutableSortedDictionary<string, ReportedNumber> OfParts(IReadOnlyDictionary<string, int> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var small = parts.Where(part => part.Value is > 0 and < Least).Select(part => part.Key).ToHashSet(StringComparer.Ordinal);
        if (small.Count == 1 && parts.Where(part => part.Value >= Least).OrderBy(part => part.Value).ThenBy(part => part.Key, StringComparer.Ordinal).ToList() is [{ Key: var next }, ..])
        {
            small.Add(next);
        }

        return parts.ToImmutableSortedDictionary(
            part => part.Key,
            part => !small.Contains(part.Key) ? new ReportedNumber(part.Value, null) : new ReportedNumber(null, part.Value < Least ? Least : null),
            StringComparer.Ordinal);
    }
}
