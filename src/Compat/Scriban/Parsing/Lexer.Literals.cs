namespace Scriban.Parsing;

/// <summary>Numbers and strings.</summary>
internal sealed partial class Lexer
{
    private void ReadNumber(TextPosition start)
    {
        if (Current == '0' && Peek() is 'x' or 'X' && char.IsAsciiHexDigit(Peek(2)))
        {
            ReadDigits(2, char.IsAsciiHexDigit, TokenType.HexInteger, start);
            return;
        }

        if (Current == '0' && Peek() is 'b' or 'B' && Peek(2) is '0' or '1')
        {
            ReadDigits(2, static sign => sign is '0' or '1', TokenType.BinaryInteger, start);
            return;
        }

        var type = TokenType.Integer;
        SkipDigits();
        if (Current == '.' && Peek() != '.' && !char.IsLetter(Peek()) && Peek() != '_' || (Current == '.' && Peek() is 'e' or 'E' && char.IsAsciiDigit(Peek(2))))
        {
            type = TokenType.Float;
            Advance();
            SkipDigits();
        }

        if (Current is 'e' or 'E' && (char.IsAsciiDigit(Peek()) || (type == TokenType.Float && Peek() is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            Advance(Peek() is '+' or '-' ? 2 : 1);
            SkipDigits();
        }

        if (Current is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !char.IsLetterOrDigit(Peek()))
        {
            type = TokenType.Float;
            Advance();
        }

        Add(type, start);
    }

    private void ReadDigits(int prefix, Func<char, bool> isDigit, TokenType type, TextPosition start)
    {
        Advance(prefix);
        while (isDigit(Current) || Current == '_')
        {
            Advance();
        }

        if (Current is 'u' or 'U')
        {
            Advance();
        }

        Add(type, start);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current) || (Current == '_' && char.IsAsciiDigit(Peek())))
        {
            Advance();
        }
    }

    private void ReadString(char quote)
    {
        var start = Position;
        Advance();
        while (_offset < _text.Length && Current != quote)
        {
            if (Current == '\\')
            {
                SkipEscape();
            }
            else
            {
                Advance();
            }
        }

        if (_offset >= _text.Length)
        {
            Error(start, "Unexpected end of file while parsing a string not terminated");
            return;
        }

        Add(TokenType.String, start, 1);
    }

    private void SkipEscape()
    {
        var at = Position;
        Advance();
        var digits = Current switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits == 0 && Current is not ('\'' or '"' or '\\' or 'n' or 'r' or 't' or 'b' or 'f' or 'v' or '0' or '\n' or '\r' or '{' or '}'))
        {
            Error(at, $"Unexpected escape character `{Current}` in string");
        }

        for (var digit = 1; digit <= digits; digit++)
        {
            if (!char.IsAsciiHexDigit(Peek(digit)))
            {
                Error(at, "Unexpected hex number in a string escape");
                break;
            }
        }

        if (Current == '\r' && Peek() == '\n')
        {
            Advance();
        }

        Advance();
    }

    private void ReadVerbatim()
    {
        var start = Position;
        Advance();
        while (_offset < _text.Length && (Current != '`' || Peek() == '`'))
        {
            Advance(Current == '`' ? 2 : 1);
        }

        if (_offset >= _text.Length)
        {
            Error(start, "Unexpected end of file while parsing a verbatim string not terminated");
            return;
        }

        Add(TokenType.VerbatimString, start, 1);
    }

    // $"a {x} b" gives InterpolatedBegin, InterpolatedText, the tokens of x, InterpolatedExpressionEnd, InterpolatedText, InterpolatedEnd.
    private void ReadInterpolated()
    {
        var start = Position;
        var quote = Peek();
        Add(TokenType.InterpolatedBegin, start, 2);
        var text = Position;
        while (_offset < _text.Length && Current != quote)
        {
            if (Current == '\\')
            {
                SkipEscape();
            }
            else if (Current == '{')
            {
                AddRaw(TokenType.InterpolatedText, text, _offset);
                Advance();
                ReadInterpolatedExpression();
                text = Position;
            }
            else
            {
                Advance();
            }
        }

        AddRaw(TokenType.InterpolatedText, text, _offset);
        if (_offset >= _text.Length)
        {
            Error(start, "Unexpected end of file while parsing an interpolated string not terminated");
            return;
        }

        Add(TokenType.InterpolatedEnd, Position, 1);
    }

    private void ReadInterpolatedExpression()
    {
        while (_offset < _text.Length && Current != '}')
        {
            var start = Position;
            switch (Current)
            {
                case var sign when char.IsWhiteSpace(sign):
                    Advance();
                    _space = true;
                    break;
                case var sign when char.IsLetter(sign) || sign == '_':
                    ReadIdentifier(start);
                    break;
                case '$' when Peek() is '"' or '\'':
                    ReadInterpolated();
                    break;
                case '$':
                    ReadSpecial(start);
                    break;
                case var sign when char.IsAsciiDigit(sign):
                    ReadNumber(start);
                    break;
                case '"' or '\'':
                    ReadString(Current);
                    break;
                case '`':
                    ReadVerbatim();
                    break;
                default:
                    ReadSign(start);
                    break;
            }
        }

        Add(TokenType.InterpolatedExpressionEnd, Position, 1);
    }
}
