namespace Notifieringar.Planning.Reports;

/// <summary>Between what each number must lie for whoever knows the shown ones, the sums, and that a hidden one is at least one.</summary>
internal sealed class NumberBounds
{
    private const long Unbounded = int.MaxValue;
    private const int MostRounds = 100;
    private readonly bool[] _hidden;
    private readonly long[] _least;
    private readonly long[] _most;
    private bool _hasChanged;

    public NumberBounds(List<int> values, bool[] hidden)
    {
        _least = [.. values.Select((value, place) => hidden[place] ? 1L : value)];
        _most = [.. values.Select((value, place) => hidden[place] ? Unbounded : value)];
        _hidden = hidden;
    }

    /// <summary>Finds the hidden numbers that can be one number only.</summary>
    /// <param name="sums">Which numbers add up to which.</param>
    /// <returns>Their places.</returns>
    public int[] Settled(List<(int Total, int[] Parts)> sums)
    {
        _hasChanged = true;
        for (var round = 0; _hasChanged && round < MostRounds; round++)
        {
            _hasChanged = false;
            foreach (var (total, parts) in sums)
            {
                Narrow(total, parts.Sum(part => _least[part]), parts.Sum(part => _most[part]));
                foreach (var part in parts)
                {
                    var others = parts.Where(other => other != part).ToList();
                    Narrow(part, _least[total] - others.Sum(other => _most[other]), _most[total] - others.Sum(other => _least[other]));
                }
            }
        }

        return [.. Enumerable.Range(0, _hidden.Length).Where(place => _hidden[place] && _least[place] == _most[place])];
    }

    private void Narrow(int place, long least, long most)
    {
        if (least > _least[place])
        {
            (_least[place], _hasChanged) = (least, true);
        }

        if (most < _most[place])
        {
            (_most[place], _hasChanged) = (most, true);
        }
    }
}
