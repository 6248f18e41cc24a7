using System.Collections.Immutable;

namespace Notifieringar.Planning.Reports;

/// <summary>A number that is the sum of others, all by their places.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record NumberSum(int Total, ImmutableArray<int> Parts)
{
    /// <summary>Tells whether a number stands in it.</summary>
    public bool Has(int place) => Total == place || Parts.Contains(place);
}

/// <summary>Between what each number must lie for one who sees those that are shown, and knows that hidden ones are at least one.</summary>
internal sealed class NumberBounds
{
    private const long Unlimited = int.MaxValue;

    // Each round carries what is known one sum further.
    private const int MostRounds = 100;

    private readonly long[] _low;
    private readonly long[] _high;

    public NumberBounds(IReadOnlyList<int> values, bool[] hidden)
    {
        _low = [.. values.Select((value, place) => hidden[place] ? 1 : (long)value)];
        _high = [.. values.Select((value, place) => hidden[place] ? Unlimited : value)];
    }

    /// <summary>Goes from sum to sum until one leaves a hidden number no room.</summary>
    /// <param name="sums">The sums.</param>
    /// <returns>That sum; null when every hidden number can be one of several.</returns>
    public NumberSum? OneThatSettles(IReadOnlyList<NumberSum> sums)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var isNarrowed = false;
            foreach (var sum in sums)
            {
                var (low, high) = (sum.Parts.Sum(part => _low[part]), sum.Parts.Sum(part => _high[part]));
                var isSettled = Narrow(sum.Total, low, high, ref isNarrowed);
                foreach (var part in sum.Parts)
                {
                    isSettled |= Narrow(part, _low[sum.Total] - (high - _high[part]), _high[sum.Total] - (low - _low[part]), ref isNarrowed);
                }

                if (isSettled)
                {
                    return sum;
                }
            }

            if (!isNarrowed)
            {
                return null;
            }
        }

        return null;
    }

    // True when it was open and is not any more.
    private bool Narrow(int place, long low, long high, ref bool isNarrowed)
    {
        var wasOpen = _low[place] < _high[place];
        if (!wasOpen || (low <= _low[place] && high >= _high[place]))
        {
            return false;
        }

        (_low[place], _high[place], isNarrowed) = (Math.Max(low, _low[place]), Math.Min(high, _high[place]), true);
        return _low[place] == _high[place];
    }
}
