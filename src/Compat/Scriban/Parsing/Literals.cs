using System.Globalization;
using System.Numerics;
using System.Text;

namespace Scriban.Parsing;

/// <summary>Values of literal tokens.</summary>
internal static class Literals
{
    public static object Integer(ReadOnlySpan<char> text)
    {
        var digits = text.ToString().Replace("_", "", StringComparison.Ordinal);
        var value = BigInteger.Parse(digits, NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        return value <= int.MaxValue ? (int)value : value <= long.MaxValue ? (long)value : value;
    }

    public static object Hex(ReadOnlySpan<char> text) => Bits(text[2..].ToString(), 16);

    public static object Binary(ReadOnlySpan<char> text) => Bits(text[2..].ToString(), 2);

    public static object Float(ReadOnlySpan<char> text, bool asDecimal)
    {
        var digits = text.ToString().Replace("_", "", StringComparison.Ordinal);
        var suffix = char.ToLowerInvariant(digits[^1]);
        if (suffix is 'f' or 'd' or 'm')
        {
            digits = digits[..^1];
        }

        return suffix switch
        {
            'f' => float.Parse(digits, CultureInfo.InvariantCulture),
            'm' => decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture),
            'd' => double.Parse(digits, CultureInfo.InvariantCulture),
            _ when asDecimal => decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => double.Parse(digits, CultureInfo.InvariantCulture),
        };
    }

    public static string Verbatim(ReadOnlySpan<char> text) => text[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal);

    public static string Text(ReadOnlySpan<char> quoted) => Unescape(quoted[1..^1]);

    public static string Unescape(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('\\') < 0)
        {
            return text.ToString();
        }

        var value = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\' || index + 1 >= text.Length)
            {
                value.Append(text[index]);
                continue;
            }

            var sign = text[++index];
            switch (sign)
            {
                case 'u' when index + 4 < text.Length && int.TryParse(text.Slice(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unicode):
                    value.Append((char)unicode);
                    index += 4;
                    break;
                case 'x' when index + 2 < text.Length && int.TryParse(text.Slice(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var latin):
                    value.Append((char)latin);
                    index += 2;
                    break;
                case '\r':
                    if (index + 1 < text.Length && text[index + 1] == '\n')
                    {
                        index++;
                    }

                    break;
                case '\n':
                    break;
                default:
                    value.Append(sign switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', 'v' => '\v', '0' => '\0', _ => sign });
                    break;
            }
        }

        return value.ToString();
    }

    private static object Bits(string digits, int radix)
    {
        var isUnsigned = digits[^1] is 'u' or 'U';
        var value = BigInteger.Zero;
        foreach (var digit in digits.TrimEnd('u', 'U').Where(digit => digit != '_'))
        {
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        }

        return value <= int.MaxValue ? (int)value
            : value <= uint.MaxValue ? isUnsigned ? (long)value : unchecked((int)(uint)value)
            : value <= long.MaxValue ? (long)value
            : value <= ulong.MaxValue && !isUnsigned ? unchecked((long)(ulong)value)
            : value;
    }
}
