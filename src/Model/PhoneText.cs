using System.Globalization;
using System.Text;

namespace Notifieringar.Model;

/// <summary>Reads phone numbers as they are written.</summary>
internal static class PhoneText
{
    private const int LongestE164 = 15;
    private const int ShortestForeign = 8;
    private const int MobileDigits = 10;

    /// <summary>The problem, or null and the number in E.164 form.</summary>
    public static string? Read(string? text, out string e164)
    {
        e164 = "";
        var trimmed = Unwrap(text);
        if (trimmed.Length == 0)
        {
            return ContactProblems.Blank;
        }

        if (Spreadsheet(trimmed) is { } spreadsheet)
        {
            if (spreadsheet.Length == 0)
            {
                return ContactProblems.DigitsLost;
            }

            trimmed = spreadsheet;
        }

        if (Several(trimmed))
        {
            return ContactProblems.Several;
        }

        if (Digits(trimmed) is not { } digits)
        {
            return ContactProblems.NotUnderstood;
        }

        var hasPlus = trimmed[0] == '+' && digits[0] != '0';
        var international = hasPlus || digits.StartsWith("00", StringComparison.Ordinal);
        return international ? International(digits.TrimStart('0'), out e164) : National(digits, out e164);
    }

    // A leading apostrophe and ="…" are how spreadsheets are told to leave a number alone.
    private static string Unwrap(string? text)
    {
        var trimmed = (text ?? "").Trim().TrimStart('\'', '’');
        return trimmed.StartsWith("=\"", StringComparison.Ordinal) && trimmed.EndsWith('"') && trimmed.Length > 2
            ? trimmed[2..^1].Trim()
            : trimmed.Trim();
    }

    // 7,01740605E+08 holds every digit; 7,01741E+08 has been rounded. Null when it is no such number, empty when digits are gone.
    private static string? Spreadsheet(string text)
    {
        var exponentAt = text.IndexOfAny(['E', 'e']);
        if (exponentAt < 0)
        {
            return WholeNumber(text);
        }

        var mantissa = text[..exponentAt].Replace(',', '.');
        if (!int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            || !decimal.TryParse(mantissa, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        return mantissa.IndexOf('.', StringComparison.Ordinal) <= 1 && digits.Length == exponent + 1 ? digits : "";
    }

    // 701740605,0 comes from tools that read the column as decimal numbers.
    private static string? WholeNumber(string text)
    {
        var point = text.IndexOfAny(['.', ',']);
        var isDecimal = point > 6 && text.AsSpan(0, point).IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(point + 1).Trim('0').IsEmpty;
        return isDecimal ? text[..point] : null;
    }

    private static bool Several(string text) =>
        text.Split(['/', ';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(part => part.Count(char.IsDigit) >= 7) > 1;

    private static string? Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var sign = text[index];
            if (char.IsDigit(sign))
            {
                digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)));
            }
            else if (!IsPunctuation(sign) && !(sign == '+' && index == 0))
            {
                return null;
            }
        }

        return digits.Length == 0 ? null : digits.ToString();
    }

    private static bool IsPunctuation(char sign) =>
        char.IsWhiteSpace(sign)
        || sign is '-' or '(' or ')' or '.' or '/' or ',' or '\u2212' or (>= '\u2010' and <= '\u2015')
        // Marks of writing direction come along when a number is copied from a web page.
        || sign is '\u200E' or '\u200F' or '\u202A' or '\u202C';

    private static string? International(string digits, out string e164)
    {
        // +46 (0)70 …: the zero in brackets is the one dialled inside the country.
        if (digits.StartsWith("46", StringComparison.Ordinal))
        {
            return Swedish(digits[2..].TrimStart('0'), out e164);
        }

        e164 = "+" + digits;
        return digits.Length is >= ShortestForeign and <= LongestE164 ? null : ContactProblems.WrongLength;
    }

    private static string? National(string digits, out string e164)
    {
        if (digits[0] == '0')
        {
            return Swedish(digits[1..], out e164);
        }

        // Ten digits and more cannot be a number that only lost its zero, unless it is a country code written without its plus.
        return digits.Length >= MobileDigits && digits.StartsWith("46", StringComparison.Ordinal)
            ? Swedish(digits[2..].TrimStart('0'), out e164)
            : Swedish(digits, out e164);
    }

    // The number without its leading zero: nine digits for mobiles, seven to nine for fixed lines, up to twelve for machines (071).
    private static string? Swedish(string number, out string e164)
    {
        e164 = "+46" + number;
        var (shortest, longest) = number switch
        {
            ['7', '0' or '2' or '3' or '6' or '9', ..] => (9, 9),
            ['7', ..] => (8, 12),
            _ => (7, 9),
        };
        return number.Length >= shortest && number.Length <= longest && number[0] != '0' ? null : ContactProblems.WrongLength;
    }
}
