namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    /// <summary>The quotes of the interpolated strings whose braces are open, innermost last.</summary>
    private readonly Stack<char> _interpolated = new(0);

    private void ReadString(char quote)
    {
        var end = FindStringEnd(_pos + 1, quote, stopAtBrace: false);
        if (end >= 0)
        {
            AddUpTo(TokenType.String, end);
        }
    }

    private void ReadVerbatim()
    {
        var end = _pos + 1;
        while (end < _text.Length)
        {
            if (_text[end] != '`')
            {
                end++;
            }
            else if (At(end + 1) == '`')
            {
                end += 2;
            }
            else
            {
                AddUpTo(TokenType.VerbatimString, end);
                return;
            }
        }

        Unterminated('`');
    }

    private void ReadInterpolated(char quote)
    {
        var end = FindStringEnd(_pos + 2, quote, stopAtBrace: true);
        if (end < 0)
        {
            return;
        }

        if (_text[end] == '{')
        {
            AddUpTo(TokenType.BeginInterpolatedString, end);
            _interpolated.Push(quote);
        }
        else
        {
            AddUpTo(TokenType.InterpolatedString, end);
        }
    }

    /// <summary>Called at the brace that closes an interpolated expression.</summary>
    private void ContinueInterpolated()
    {
        var quote = _interpolated.Peek();
        var end = FindStringEnd(_pos + 1, quote, stopAtBrace: true);
        if (end < 0)
        {
            _interpolated.Pop();
        }
        else if (_text[end] == '{')
        {
            AddUpTo(TokenType.ContinuationInterpolatedString, end);
        }
        else
        {
            _interpolated.Pop();
            AddUpTo(TokenType.EndingInterpolatedString, end);
        }
    }

    private void AddUpTo(TokenType type, int end)
    {
        var start = Here;
        AdvanceTo(end);
        var last = Here;
        _pos++;
        Add(new Token(type, start, last));
    }

    /// <summary>The offset of the closing quote (or opening brace), or -1 after an error that used up the text.</summary>
    private int FindStringEnd(int at, char quote, bool stopAtBrace)
    {
        while (at < _text.Length)
        {
            var c = _text[at];
            if (c == quote || (stopAtBrace && c == '{'))
            {
                return at;
            }

            at++;
            if (c == '\\' && at < _text.Length)
            {
                at = CheckEscape(at, stopAtBrace);
            }
        }

        Unterminated(quote);
        return -1;
    }

    private int CheckEscape(int at, bool braces)
    {
        var c = _text[at];
        if (c is 'u' or 'x')
        {
            var length = c == 'u' ? 4 : 2;
            for (var digit = at + 1; digit <= at + length; digit++)
            {
                if (!char.IsAsciiHexDigit(At(digit)))
                {
                    var range = c == 'u' ? "`\\u0000` to `\\uffff`" : "`\\x00` to `\\xff`";
                    Error($"Unexpected hex number `{At(digit)}` following `\\{c}`. Expecting {range}.", PositionOf(digit));
                    return digit;
                }
            }

            return at + length + 1;
        }

        if (!IsEscape(c) && !(braces && c is '{' or '}'))
        {
            Error($"Unexpected escape character `{c}` in string. Only 0 ' \\ \" b f n r t v u0000-uFFFF x00-xFF are allowed", PositionOf(at));
        }

        return at + 1;
    }

    internal static bool IsEscape(char c) => c is '\'' or '"' or '\\' or '0' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '\n' or '\r';

    private TextPosition PositionOf(int offset)
    {
        var (pos, line, lineStart) = (_pos, _line, _lineStart);
        AdvanceTo(Math.Min(offset, _text.Length));
        var result = Here;
        (_pos, _line, _lineStart) = (pos, line, lineStart);
        return result;
    }

    private void Unterminated(char quote)
    {
        AdvanceTo(_text.Length - 1);
        Error($"Unexpected end of file while parsing a string not terminated by a {quote}", Here);
        AddHere(TokenType.Invalid, 1);
    }
}
