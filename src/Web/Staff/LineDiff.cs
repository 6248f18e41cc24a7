using System.Collections.Immutable;

namespace Notifieringar.Web.Staff;

/// <summary>What became of a line from one text to another.</summary>
internal enum LineChange
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the later one only.</summary>
    Added,

    /// <summary>It stood in the earlier one only.</summary>
    Removed,
}

/// <summary>Compares two texts line by line.</summary>
internal static class LineDiff
{
    private const int MostLines = 1000;

    /// <summary>The lines of both texts in order; of a line that was changed, the earlier form stands first.</summary>
    public static ImmutableArray<(LineChange Change, string Line)> Between(string earlier, string later)
    {
        var (before, after) = (earlier.Split('\n'), later.Split('\n'));
        if (before.Length > MostLines || after.Length > MostLines)
        {
            return [.. before.Select(line => (LineChange.Removed, line)), .. after.Select(line => (LineChange.Added, line))];
        }

        var common = Common(before, after);
        var lines = ImmutableArray.CreateBuilder<(LineChange, string)>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((LineChange.Same, after[j]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add((LineChange.Removed, before[i++]));
            }
            else
            {
                lines.Add((LineChange.Added, after[j++]));
            }
        }

        return lines.ToImmutable();
    }

    // How many lines the rests from here on have in common.
    private static int[,] Common(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
