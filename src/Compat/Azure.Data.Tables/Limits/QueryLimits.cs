using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>What a query may ask: pages of 1 to 1000 rows, and 15 comparisons.</summary>
internal static class QueryLimits
{
    private const int PageSize = 1000;
    private const int Comparisons = 15;

    public static void CheckPageSize(int? size)
    {
        if (size is < 1 or > PageSize)
        {
            throw Refusal.BadRequest(TableErrorCode.InvalidInput, $"A page of {size} rows was asked for; the service gives 1 to {PageSize}.");
        }
    }

    public static void CheckFilter(string? filter)
    {
        if (filter is not null && CountComparisons(filter) is var count and > Comparisons)
        {
            throw Refusal.BadRequest(TableErrorCode.InvalidInput, $"The filter makes {count} comparisons; the limit is {Comparisons}.");
        }
    }

    // Words outside quotes; a doubled quote inside a text closes and reopens it, which counts the same.
    private static int CountComparisons(ReadOnlySpan<char> filter)
    {
        var count = 0;
        var quoted = false;
        var start = -1;
        for (var at = 0; at <= filter.Length; at++)
        {
            var letter = at < filter.Length ? filter[at] : ' ';
            if (!quoted && (char.IsLetterOrDigit(letter) || letter is '_'))
            {
                start = start < 0 ? at : start;
                continue;
            }

            if (start >= 0 && filter[start..at] is "eq" or "ne" or "gt" or "ge" or "lt" or "le")
            {
                count++;
            }

            start = -1;
            quoted ^= letter == '\'';
        }

        return count;
    }
}
