namespace Scriban.Parsing;

/// <summary>The text outside code.</summary>
internal sealed partial class Lexer
{
    private void ReadText()
    {
        while (_offset < _text.Length)
        {
            var start = Position;
            while (_offset < _text.Length && !IsCodeStart() && EscapeMarks() == 0)
            {
                Advance();
            }

            var marks = _offset < _text.Length ? EscapeMarks() : 0;
            var trim = marks > 0 ? Peek(marks + 2) : Peek(2);
            AddRaw(TokenType.Raw, start, TrimEnd(start.Offset, _offset, trim));
            if (_offset >= _text.Length)
            {
                return;
            }

            if (marks > 0)
            {
                ReadEscape(marks);
                continue;
            }

            var enter = Position;
            _open.Clear();
            Add(TokenType.CodeEnter, enter, trim is '-' or '~' ? 3 : 2);
            ReadCode(closes: true);
        }
    }

    private bool IsCodeStart() => Current == '{' && Peek() == '{';

    // {%{ begins text that is copied as it is; {%%{ the same with more signs, so that it may hold }%}.
    private int EscapeMarks()
    {
        if (Current != '{' || Peek() != '%')
        {
            return 0;
        }

        var marks = 1;
        while (Peek(marks + 1) == '%')
        {
            marks++;
        }

        return Peek(marks + 1) == '{' ? marks : 0;
    }

    private void ReadEscape(int marks)
    {
        Advance(marks + 2);
        if (Current is '-' or '~')
        {
            Advance();
        }

        var start = Position;
        var close = "}" + new string('%', marks) + "}";
        var end = _text.IndexOf(close, _offset, StringComparison.Ordinal);
        if (end < 0)
        {
            Error(start, "Unexpected end of file while reading an escape block");
            Advance(_text.Length - _offset);
            return;
        }

        var trim = end > _offset && _text[end - 1] is '-' or '~' ? _text[end - 1] : '\0';
        Advance((trim != '\0' ? end - 1 : end) - _offset);
        AddRaw(TokenType.Escape, start, _offset);
        Advance(close.Length + (trim != '\0' ? 1 : 0));
        SkipAfter(trim);
    }

    private void AddRaw(TokenType type, TextPosition start, int end)
    {
        if (end > start.Offset)
        {
            _tokens.Add(new Token(type, start, new TextPosition(end - 1, _line, Math.Max(_column - 1, 0)), false));
        }
    }

    private int TrimEnd(int start, int end, char trim)
    {
        while (end > start && ((trim == '-' && char.IsWhiteSpace(_text[end - 1])) || (trim == '~' && _text[end - 1] is ' ' or '\t' && trim == '~')))
        {
            end--;
        }

        return end;
    }

    private void SkipAfter(char trim)
    {
        if (trim == '-')
        {
            while (_offset < _text.Length && char.IsWhiteSpace(Current))
            {
                Advance();
            }
        }
        else if (trim == '~')
        {
            while (Current is ' ' or '\t')
            {
                Advance();
            }

            if (Current == '\r' && Peek() == '\n')
            {
                Advance();
            }

            if (Current == '\n')
            {
                Advance();
            }
        }
    }
}
