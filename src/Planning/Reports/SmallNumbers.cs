namespace Notifieringar.Planning.Reports;

/// <summary>Small-number protection: a number of one to four is never shown, nor what it could be counted back from.</summary>
public static class SmallNumbers
{
    /// <summary>The smallest number of families that may be shown; nobody at all may be shown too.</summary>
    public const int SmallestShown = 5;

    /// <summary>Tells whether a number is too small to be shown.</summary>
    /// <param name="number">The number.</param>
    /// <returns>True from one to four.</returns>
    public static bool IsSmall(int number) => number is > 0 and < SmallestShown;

    /// <summary>The parts of a sum that is shown.</summary>
    /// <param name="parts">The parts, which add up to the sum.</param>
    /// <returns>Each part, or null for a hidden one. When one alone would be hidden, the next smallest is hidden too: else the sum tells it.</returns>
    public static int?[] Shown(params ReadOnlySpan<int> parts)
    {
        var shown = new int?[parts.Length];
        var hidden = 0;
        for (var index = 0; index < parts.Length; index++)
        {
            shown[index] = IsSmall(parts[index]) ? null : parts[index];
            hidden += shown[index] is null ? 1 : 0;
        }

        if (hidden == 1)
        {
            var next = shown.Where(part => part > 0).Min();
            var at = Array.FindIndex(shown, part => part is not null && part == next);
            if (at >= 0)
            {
                shown[at] = null;
            }
        }

        return shown;
    }
}
