using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>Reads a moment by codes such as %d and %B, or by a .NET pattern.</summary>
internal static class DatePatterns
{
    /// <summary>The moment, or the first of January of year 1 when the text cannot be read.</summary>
    public static DateTime Read(string text, string pattern, CultureInfo culture)
    {
        DateTime result;
        if (string.IsNullOrEmpty(pattern))
        {
            DateTime.TryParse(text, culture, DateTimeStyles.None, out result);
        }
        else
        {
            DateTime.TryParseExact(text, pattern.Contains('%') ? ToNet(pattern, culture) : pattern, culture, DateTimeStyles.None, out result);
        }

        return result;
    }

    private static string ToNet(string pattern, CultureInfo culture)
    {
        var result = new StringBuilder(pattern.Length * 2);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length)
            {
                result.Append(Part(pattern[++i], culture));
            }
            else
            {
                result.Append('\\').Append(pattern[i]);
            }
        }

        return result.ToString();
    }

    private static string Part(char code, CultureInfo culture) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'e' => "%d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "%H",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'x' => culture.DateTimeFormat.ShortDatePattern,
        'X' => culture.DateTimeFormat.LongTimePattern,
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        'C' or 'j' or 'n' or 's' or 't' or 'u' or 'U' or 'v' or 'V' or 'W' or 'w' or '%' =>
            throw new ArgumentException($"The pattern %{code} is not supported for the parse method", "pattern"),
        _ => "\\%\\" + code,
    };
}
