namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    private int _braces;

    private bool InScriptOnly => _options.Mode == ScriptMode.ScriptOnly;

    private void ReadCodeToEnd()
    {
        while (_pos < _text.Length && ReadCode())
        {
        }
    }

    /// <summary>Reads one token of code. False when the block, or all that can be read, has ended.</summary>
    private bool ReadCode()
    {
        var c = _text[_pos];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            ReadIdentifier(TokenType.Identifier);
            return true;
        }

        if (c == ' ')
        {
            _pos++;
            return true;
        }

        if (char.IsAsciiDigit(c))
        {
            ReadNumber();
            return true;
        }

        switch (c)
        {
            case '\n':
            case '\r' when Peek() == '\n':
                ReadNewLine();
                return true;
            case '\'' or '"':
                ReadString(c);
                return true;
            case '`':
                ReadVerbatim();
                return true;
            case '$':
                ReadDollar();
                return true;
            case '#':
                SkipComment();
                return true;
            case '}' or '-' or '~' when TryReadExit(c):
                return false;
            case '}':
                ReadCloseBrace();
                return true;
            case '\0':
                _pos = _text.Length;
                return false;
            default:
                ReadOther(c);
                return true;
        }
    }

    private void ReadOther(char c)
    {
        if (char.IsWhiteSpace(c))
        {
            _pos++;
        }
        else if (char.IsLetter(c))
        {
            ReadIdentifier(TokenType.Identifier);
        }
        else
        {
            ReadSymbol(c);
        }
    }

    private void ReadNewLine()
    {
        var start = Here;
        var end = SkipAll(_pos, _text.Length);
        AdvanceTo(end - 1);
        var last = Here;
        AdvanceTo(end);
        Add(new Token(TokenType.NewLine, start, last));
    }

    private void ReadIdentifier(TokenType type)
    {
        var end = _pos + 1;
        while (end < _text.Length && IsIdentifierPart(_text[end]))
        {
            end++;
        }

        AddHere(type, end - _pos);
    }

    internal static bool IsIdentifierPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > 127 && char.IsLetter(c));

    private void ReadDollar()
    {
        var next = Peek();
        if (next is '\'' or '"')
        {
            ReadInterpolated(next);
        }
        else if (next == '$')
        {
            AddHere(TokenType.IdentifierSpecial, 2);
        }
        else
        {
            ReadIdentifier(TokenType.IdentifierSpecial);
        }
    }

    private bool TryReadExit(char c)
    {
        var length = c == '}' ? 2 : 3;
        if (InScriptOnly || _braces > 0 || _interpolated.Count > 0 || Peek() != '}' || (length == 3 && Peek(2) != '}'))
        {
            return false;
        }

        _trimAllNext = c == '-';
        _trimLineNext = c == '~';
        AddHere(TokenType.CodeExit, length);
        return true;
    }

    private void ReadCloseBrace()
    {
        if (_interpolated.Count > 0)
        {
            ContinueInterpolated();
            return;
        }

        if (_braces > 0)
        {
            _braces--;
        }
        else
        {
            Error("Unexpected } while no matching {", Here);
        }

        AddHere(TokenType.CloseBrace, 1);
    }

    /// <summary>A comment ends with its line, a double one with its counterpart; both end with the block.</summary>
    private void SkipComment()
    {
        var multi = Peek() == '#';
        var end = _pos + (multi ? 2 : 1);
        while (end < _text.Length && !EndsBlock(end))
        {
            var c = _text[end];
            if (multi && c == '#' && At(end + 1) == '#')
            {
                end += 2;
                break;
            }

            if (!multi && (c == '\n' || (c == '\r' && At(end + 1) == '\n')))
            {
                break;
            }

            end++;
        }

        AdvanceTo(end);
    }

    private bool EndsBlock(int at)
    {
        if (InScriptOnly)
        {
            return false;
        }

        if (_text[at] is '-' or '~')
        {
            at++;
        }

        return At(at) == '}' && At(at + 1) == '}';
    }
}
