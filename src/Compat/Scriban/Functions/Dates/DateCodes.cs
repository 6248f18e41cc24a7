using System.Globalization;
using System.Runtime.CompilerServices;

namespace Scriban.Functions;

/// <summary>Prints a moment by codes such as %d and %B.</summary>
internal static class DateCodes
{
    public static string Print(DateTime moment, string pattern, CultureInfo culture)
    {
        FormatText.Check(pattern);
        var result = new DefaultInterpolatedStringHandler(0, 0, culture, stackalloc char[128]);
        var at = 0;
        while (at < pattern.Length)
        {
            var percent = pattern.IndexOf('%', at);
            if (percent < 0 || percent + 1 == pattern.Length)
            {
                break;
            }

            result.AppendFormatted(pattern.AsSpan(at, percent - at));
            at = percent + 2;
            var code = pattern[percent + 1];
            if (code == 'g' && culture == CultureInfo.InvariantCulture)
            {
                continue;
            }

            if (code == 'g')
            {
                result.AppendLiteral(Print(moment, pattern[at..], CultureInfo.InvariantCulture));
                return result.ToStringAndClear();
            }

            if (!Append(ref result, moment, code, culture))
            {
                result.AppendFormatted('%');
                result.AppendFormatted(code);
            }
        }

        result.AppendFormatted(pattern.AsSpan(at));
        return result.ToStringAndClear();
    }

    private static bool Append(ref DefaultInterpolatedStringHandler result, DateTime moment, char code, CultureInfo culture)
    {
        if (NetFormat(code) is { } format)
        {
            result.AppendFormatted(moment, format);
            return true;
        }

        if (Padded(code) is { } unpadded)
        {
            result.AppendFormatted(moment, 2, unpadded);
            return true;
        }

        if (Week(moment, code, culture) is { } week)
        {
            result.AppendFormatted(week, "00");
            return true;
        }

        return AppendComputed(ref result, moment, code, culture);
    }

    private static string NetFormat(char code) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'p' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'x' => "d",
        'X' => "T",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => null,
    };

    private static string Padded(char code) => code switch
    {
        'e' => "%d",
        'k' => "%H",
        'l' => "%h",
        _ => null,
    };

    private static int? Week(DateTime moment, char code, CultureInfo culture) => code switch
    {
        'U' => culture.Calendar.GetWeekOfYear(moment, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Sunday),
        'V' => culture.Calendar.GetWeekOfYear(moment, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday),
        'W' => culture.Calendar.GetWeekOfYear(moment, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Monday),
        _ => null,
    };

    private static bool AppendComputed(ref DefaultInterpolatedStringHandler result, DateTime moment, char code, CultureInfo culture)
    {
        switch (code)
        {
            case 'C':
                result.AppendFormatted(moment.Year / 100, "00");
                return true;
            case 'j':
                result.AppendFormatted(moment.DayOfYear, "000");
                return true;
            case 'n':
                result.AppendFormatted('\n');
                return true;
            case 'N':
                result.AppendFormatted(moment, "fffffff");
                result.AppendLiteral("00");
                return true;
            case 'P':
                result.AppendLiteral(moment.ToString("tt", culture).ToLower(culture));
                return true;
            case 's':
                result.AppendFormatted(new DateTimeOffset(moment.ToUniversalTime()).ToUnixTimeSeconds());
                return true;
            case 't':
                result.AppendFormatted('\t');
                return true;
            case 'u':
                result.AppendFormatted(moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek);
                return true;
            case 'v':
                result.AppendLiteral(moment.ToString("%d", CultureInfo.InvariantCulture).PadLeft(2));
                result.AppendLiteral(moment.ToString("-MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant());
                return true;
            case 'w':
                result.AppendFormatted((int)moment.DayOfWeek);
                return true;
            case '%':
                result.AppendFormatted('%');
                return true;
            default:
                return false;
        }
    }
}
