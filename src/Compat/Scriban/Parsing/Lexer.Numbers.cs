namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        if (_text[_pos] == '0' && Peek() is 'x' or 'X')
        {
            ReadRadix(TokenType.HexaInteger, "hex", char.IsAsciiHexDigit, "[0-9a-fA-F] after 0x");
            return;
        }

        if (_text[_pos] == '0' && Peek() is 'b' or 'B')
        {
            ReadRadix(TokenType.BinaryInteger, "binary", c => c is '0' or '1', "[0-1] after 0b");
            return;
        }

        var end = SkipDigits(_pos);
        var isFloat = false;
        if (At(end) == '.' && FractionFollows(end + 1))
        {
            isFloat = true;
            end = SkipDigits(end + 1);
        }

        if (At(end) is 'e' or 'E' && !ReadExponent(ref end, isFloat))
        {
            return;
        }

        if (At(end) is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsIdentifierPart(At(end + 1)))
        {
            isFloat = true;
            end++;
        }

        AddHere(isFloat ? TokenType.Float : TokenType.Integer, end - _pos);
    }

    /// <summary>A dot belongs to a number unless a range or a member name follows it.</summary>
    private bool FractionFollows(int at)
    {
        var c = At(at);
        if (c is 'e' or 'E')
        {
            return char.IsAsciiDigit(At(at + 1)) || At(at + 1) is '+' or '-';
        }

        return c != '.' && (!IsIdentifierPart(c) || char.IsAsciiDigit(c));
    }

    /// <summary>Reads e, sign and digits. False when an invalid token was added instead of the number.</summary>
    private bool ReadExponent(ref int end, bool isFloat)
    {
        var digits = end + 1;
        if (At(digits) is '+' or '-')
        {
            digits++;
        }

        if (char.IsAsciiDigit(At(digits)))
        {
            end = SkipDigits(digits);
            return true;
        }

        if (!isFloat)
        {
            return true;
        }

        _pos = Math.Min(digits, _text.Length - 1);
        Error("Expecting at least one digit after the exponent", Here);
        AddHere(TokenType.Invalid, 1);
        return false;
    }

    private void ReadRadix(TokenType type, string name, Func<char, bool> isDigit, string expected)
    {
        var end = _pos + 2;
        while (isDigit(At(end)) || (At(end) == '_' && end > _pos + 2))
        {
            end++;
        }

        if (end == _pos + 2)
        {
            Error($"Invalid {name} number, expecting at least a {name} digit {expected}", Here);
            AddHere(TokenType.Invalid, 2);
            return;
        }

        if (At(end) is 'u' or 'U')
        {
            end++;
        }

        AddHere(type, end - _pos);
    }

    private int SkipDigits(int offset)
    {
        while (char.IsAsciiDigit(At(offset)) || At(offset) == '_')
        {
            offset++;
        }

        return offset;
    }
}
