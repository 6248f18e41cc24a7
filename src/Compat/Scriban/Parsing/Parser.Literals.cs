using System.Globalization;
using System.Numerics;
using System.Text;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads numbers and strings.</summary>
internal sealed partial class Parser
{
    // A number of more digits would take longer to read than the rest of the template together.
    private const int MostDigits = 20000;

    private ScriptLiteral ReadNumber()
    {
        var span = CurrentSpan;
        var type = Current.Type;
        var text = CurrentText.Contains('_') ? CurrentText.ToString().Replace("_", "", StringComparison.Ordinal) : CurrentText;
        Advance();
        var value = type switch
        {
            _ when text.Length > MostDigits => null,
            TokenType.HexaInteger => ReadRadix(text[2..], 16),
            TokenType.BinaryInteger => ReadRadix(text[2..], 2),
            TokenType.Float => ReadFloat(text),
            _ => ReadInteger(text),
        };
        if (value is null)
        {
            Error(span, $"Unable to parse the {(type == TokenType.Float ? "float" : "integer")} {Shortened(text)}");
        }

        return new ScriptLiteral(value) { Span = span };
    }

    private static object ReadInteger(ReadOnlySpan<char> text)
    {
        if (int.TryParse(text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
        {
            return Boxed.Of(number);
        }

        if (long.TryParse(text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var longer))
        {
            return longer;
        }

        // The exponent of a BigInteger has no bound of its own.
        var exponent = text.IndexOfAny('e', 'E');
        return exponent >= 0 && (!int.TryParse(text[(exponent + 1)..], CultureInfo.InvariantCulture, out var power) || power > MostDigits)
            ? null
            : BigInteger.TryParse(text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var big) ? big : null;
    }

    private static object ReadRadix(ReadOnlySpan<char> digits, int radix)
    {
        var isUnsigned = digits[^1] is 'u' or 'U';
        if (isUnsigned)
        {
            digits = digits[..^1];
        }

        var value = BigInteger.Zero;
        var bits = radix == 16 ? 4 : 1;
        if (digits.Length * bits <= 64)
        {
            foreach (var digit in digits)
            {
                value = (value << bits) + (char.IsAsciiDigit(digit) ? digit - '0' : char.ToLowerInvariant(digit) - 'a' + 10);
            }

            return isUnsigned ? IntegerOperators.Smallest(value)
                : value <= uint.MaxValue ? Boxed.Of(unchecked((int)(uint)value))
                : value <= ulong.MaxValue ? unchecked((long)(ulong)value)
                : value;
        }

        return radix == 16 ? IntegerOperators.Smallest(BigInteger.Parse("0" + digits.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            : IntegerOperators.Smallest(BigInteger.Parse("0" + digits.ToString(), NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture));
    }

    private object ReadFloat(ReadOnlySpan<char> text)
    {
        var style = NumberStyles.Float;
        var culture = CultureInfo.InvariantCulture;
        switch (char.ToLowerInvariant(text[^1]))
        {
            case 'm':
                return decimal.TryParse(text[..^1], style, culture, out var exact) ? exact : null;
            case 'f':
                return float.TryParse(text[..^1], style, culture, out var single) ? single : null;
            case 'd':
                return double.TryParse(text[..^1], style, culture, out var marked) ? marked : null;
        }

        if (_options.ParseFloatAsDecimal)
        {
            return decimal.TryParse(text, style, culture, out var asDecimal) ? asDecimal : null;
        }

        return double.TryParse(text, style, culture, out var number) ? number : null;
    }

    private ScriptLiteral ReadString()
    {
        var span = CurrentSpan;
        var text = CurrentText;
        string value;
        if (Is(TokenType.VerbatimString))
        {
            value = text[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal);
        }
        else
        {
            var skipped = Is(TokenType.InterpolatedString) ? 2 : 1;
            value = Unescape(text[skipped..^1], span);
        }

        Advance();
        return new ScriptLiteral(value) { Span = span };
    }

    private ScriptInterpolatedStringExpression ReadInterpolatedString()
    {
        var start = Current.Start;
        var result = new ScriptInterpolatedStringExpression();
        AddPart(result, 2);
        while (true)
        {
            Advance();
            if (!IsStartOfExpression())
            {
                ExpectedExpression("interpolated string", "{<expression>}");
                SkipStatement();
                return null;
            }

            var expression = ReadInside();
            if (expression is null)
            {
                return null;
            }

            result.Parts.Add(new ScriptInterpolatedExpression(expression) { Span = expression.Span });
            if (!Is(TokenType.ContinuationInterpolatedString) && !Is(TokenType.EndingInterpolatedString))
            {
                Error(CurrentSpan, "Opened interpolated expression not closed on the same line.");
                SkipStatement();
                return null;
            }

            var isEnd = Is(TokenType.EndingInterpolatedString);
            AddPart(result, 1);
            if (isEnd)
            {
                Advance();
                return Close(result, start);
            }
        }
    }

    private void AddPart(ScriptInterpolatedStringExpression result, int skipped)
    {
        var text = CurrentText[skipped..^1];
        if (text.Length > 0)
        {
            result.Parts.Add(new ScriptLiteral(Unescape(text, CurrentSpan)) { Span = CurrentSpan });
        }
    }

    private string Unescape(ReadOnlySpan<char> text, SourceSpan span)
    {
        var backslash = text.IndexOf('\\');
        if (backslash < 0)
        {
            return text.Length <= 12 ? _names[text] : text.ToString();
        }

        var result = new StringBuilder(text.Length);
        while (backslash >= 0)
        {
            result.Append(text[..backslash]);
            text = text[(backslash + 1)..];
            text = text[AppendEscape(result, text, span)..];
            backslash = text.IndexOf('\\');
        }

        return result.Append(text).ToString();
    }

    /// <summary>Appends what stands behind a backslash and tells how long it was.</summary>
    private int AppendEscape(StringBuilder result, ReadOnlySpan<char> text, SourceSpan span)
    {
        switch (text[0])
        {
            case 'u' or 'x':
                var digits = text[0] == 'u' ? 4 : 2;
                if (text.Length > digits && int.TryParse(text.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    result.Append((char)code);
                    return digits + 1;
                }

                return 1;
            case '\r':
                return text.Length > 1 && text[1] == '\n' ? 2 : 1;
            case '\n':
                return 1;
            default:
                if (!Lexer.IsEscape(text[0]) && text[0] is not ('{' or '}'))
                {
                    Error(span, $"Unexpected escape character `{text[0]}` in string");
                }

                result.Append(text[0] switch
                {
                    '0' => '\0',
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'v' => '\v',
                    var c => c,
                });
                return 1;
        }
    }
}
