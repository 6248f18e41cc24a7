namespace Notifieringar.Model;

/// <summary>
/// Finds Swedish personal identity numbers, which this system must not hold: YYMMDD-NNNC or YYYYMMDDNNNC, with + instead of - from the year
/// of the hundredth birthday, and coordination numbers, whose day is 60 higher; the last digit is a Luhn check over the last ten
/// (18 § folkbokföringslagen 1991:481; the Tax Agency's SKV 704 and SKV 707).
/// </summary>
public static class PersonalIdentityNumber
{
    /// <summary>
    /// Whether one appears anywhere in the text: ten or twelve digits, together or with a sign before the last four, that make a date and a
    /// correct check digit.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="phoneExpected">
    /// True where a phone number is likely: ten digits that begin with 0 are then a phone number, unless a - or + stands before the last
    /// four. (070 112 34 56 written together can also be a date in 2007.)
    /// </param>
    /// <returns>True when one appears.</returns>
    public static bool AppearsIn(string? text, bool phoneExpected = false)
    {
        for (var index = 0; text is not null && index < text.Length; index++)
        {
            if (!char.IsAsciiDigit(text[index]))
            {
                continue;
            }

            var run = RunAt(text, index);
            if (IsNumber(text, index, run, phoneExpected))
            {
                return true;
            }

            index += run;
        }

        return false;
    }

    private static bool IsNumber(string text, int start, int run, bool phoneExpected)
    {
        if (run is 10 or 12)
        {
            return IsValid(text.AsSpan(start, run)) && !(phoneExpected && run == 10 && text[start] == '0');
        }

        var signAt = start + run;
        if (run is not (6 or 8) || signAt >= text.Length || !IsSign(text[signAt]) || RunAt(text, signAt + 1) != 4)
        {
            return false;
        }

        Span<char> digits = stackalloc char[run + 4];
        text.AsSpan(start, run).CopyTo(digits);
        text.AsSpan(signAt + 1, 4).CopyTo(digits[run..]);
        return IsValid(digits) && !(phoneExpected && run == 6 && text[start] == '0' && text[signAt] == ' ');
    }

    private static int RunAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsSign(char sign) => sign is '-' or '+' or ' ' or '\u00A0' or '\u2212' or >= '\u2010' and <= '\u2015';

    private static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length == 12)
        {
            if (digits[..2] is not ("18" or "19" or "20"))
            {
                return false;
            }

            digits = digits[2..];
        }

        var month = Two(digits, 2);
        var day = Two(digits, 4);
        return month is >= 1 and <= 12 && day is (>= 1 and <= 31) or (>= 61 and <= 91) && HasLuhnCheck(digits);
    }

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + (digits[at + 1] - '0');

    private static bool HasLuhnCheck(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var weighted = (digits[index] - '0') * (index % 2 == 0 ? 2 : 1);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
