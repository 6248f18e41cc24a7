using System.Globalization;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>
/// Reads dates as Swedish registers and spreadsheets write them: 2024-09-01, 24-09-01, 01.09.2024, 1/9/24, 20240901, 240901, 1 sep 2024 and the
/// spreadsheet's own day number 45536. Where the order is in doubt the day stands first, as it does everywhere in Europe.
/// </summary>
internal static class DateText
{
    private const int Century = 2000;

    // Day 0 of spreadsheets' calendar; right for every day after February 1900.
    private static readonly LocalDate SerialStart = new(1899, 12, 30);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    public static LocalDate? Parse(string text)
    {
        var date = WithoutTime(text.Trim().TrimStart('\'')).AsSpan();
        return date.IndexOfAnyExceptInRange('0', '9') < 0 ? Digits(date) : Parts(date);
    }

    private static string WithoutTime(string text)
    {
        var end = text.IndexOf('T', StringComparison.Ordinal);
        end = end > 0 && char.IsAsciiDigit(text[end - 1]) ? end : text.IndexOf(" 00:00", StringComparison.Ordinal);
        return end > 0 ? text[..end] : text;
    }

    private static LocalDate? Digits(ReadOnlySpan<char> digits) => digits.Length switch
    {
        8 => Date(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..])),
        6 => Date(Century + Number(digits[..2]), Number(digits[2..4]), Number(digits[4..])),
        5 => SerialStart.PlusDays(Number(digits)),
        _ => null,
    };

    private static LocalDate? Parts(ReadOnlySpan<char> text)
    {
        Span<Range> ranges = stackalloc Range[4];
        if (text.SplitAny(ranges, "-–/. ", StringSplitOptions.RemoveEmptyEntries) is not 3)
        {
            return null;
        }

        var first = text[ranges[0]];
        var second = text[ranges[1]];
        var third = text[ranges[2]];
        if (!IsNumber(first) || !IsNumber(third) || Month(second) is not { } month)
        {
            return null;
        }

        return first.Length == 4 ? Date(Number(first), month, Number(third))
            : third.Length == 4 ? Date(Number(third), month, Number(first))
            // Two-digit years: with hyphens the year stands first (24-09-01), else last (1/9/24, 01.09.24).
            : text.Contains('-') && first.Length == 2 ? Date(Century + Number(first), month, Number(third))
            : Date(Century + Number(third), month, Number(first));
    }

    private static int? Month(ReadOnlySpan<char> text)
    {
        if (IsNumber(text))
        {
            return Number(text);
        }

        for (var index = 0; index < Months.Length; index++)
        {
            if (text.StartsWith(Months[index], StringComparison.OrdinalIgnoreCase))
            {
                return index + 1;
            }
        }

        return null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length is > 0 and <= 4 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
