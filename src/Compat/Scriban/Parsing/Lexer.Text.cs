namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    /// <summary>Reads text up to and including the next code or escape block.</summary>
    private void ReadText()
    {
        var rawStart = _pos;
        var search = _pos;
        while (true)
        {
            var brace = _text.AsSpan(search).IndexOf('{') + search;
            if (brace < search || brace + 1 >= _text.Length)
            {
                AddRaw(rawStart, _text.Length, trimAll: false, trimLine: false);
                AdvanceTo(_text.Length);
                return;
            }

            var next = _text[brace + 1];
            if (next == '{')
            {
                ReadBlock(rawStart, brace);
                return;
            }

            if (next == '%' && EscapeDepth(brace) is > 0 and var depth)
            {
                ReadEscape(rawStart, brace, depth);
                return;
            }

            search = brace + 1;
        }
    }

    private void ReadBlock(int rawStart, int brace)
    {
        var mode = At(brace + 2);
        var trims = mode is '-' or '~';
        var indent = trims ? -1 : IndentBefore(rawStart, brace);
        AddRaw(rawStart, brace, mode == '-', mode == '~');
        AdvanceTo(brace);
        var start = Here;
        _pos += trims ? 3 : 2;
        Add(new Token(TokenType.CodeEnter, start, new TextPosition(_pos - 1, _line, _pos - 1 - _lineStart), indent));
        ReadCodeToEnd();
    }

    /// <summary>The percent signs of an escape block that begins at the brace, or 0.</summary>
    private int EscapeDepth(int brace)
    {
        var end = brace + 1;
        while (At(end) == '%')
        {
            end++;
        }

        return At(end) == '{' ? end - brace - 1 : 0;
    }

    private void ReadEscape(int rawStart, int brace, int depth)
    {
        var bodyStart = brace + depth + 2;
        var mode = At(bodyStart);
        AddRaw(rawStart, brace, mode == '-', mode == '~');
        AdvanceTo(brace);
        var enter = Here;
        bodyStart += mode is '-' or '~' ? 1 : 0;
        var exit = "}" + new string('%', depth) + "}";
        var close = _text.IndexOf(exit, bodyStart, StringComparison.Ordinal);
        var bodyEnd = close < 0 ? _text.Length : close;
        if (close > bodyStart && _text[close - 1] is '-' or '~')
        {
            bodyEnd--;
            _trimAllNext = _text[close - 1] == '-';
            _trimLineNext = _text[close - 1] == '~';
        }

        AddText(TokenType.Escape, bodyStart, bodyEnd);
        AdvanceTo(close < 0 ? _text.Length : close + exit.Length);
        if (close < 0)
        {
            Error($"Unexpected end of file while parsing an escape block not terminated by `{exit}`", enter);
        }
    }

    private void AddRaw(int start, int end, bool trimAll, bool trimLine)
    {
        var from = _trimAllNext ? SkipAll(start, end) : _trimLineNext ? SkipLine(start, end) : start;
        _trimAllNext = _trimLineNext = false;
        while (trimAll && end > from && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        while (trimLine && end > from && _text[end - 1] != '\n' && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        AddText(TokenType.Raw, from, end);
    }

    /// <summary>Adds text as it is, without the NUL characters that no output should carry.</summary>
    private void AddText(TokenType type, int start, int end)
    {
        while (start < end)
        {
            var zero = _text.AsSpan(start, end - start).IndexOf('\0');
            var stop = zero < 0 ? end : start + zero;
            if (stop > start)
            {
                AdvanceTo(start);
                var from = Here;
                AdvanceTo(stop - 1);
                var last = Here;
                AdvanceTo(stop);
                Add(new Token(type, from, last));
            }

            start = stop + 1;
        }
    }

    private int SkipAll(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        return start;
    }

    private int SkipLine(int start, int end)
    {
        while (start < end && _text[start] != '\n' && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        return start < end && _text[start] == '\n' ? start + 1 : start;
    }

    /// <summary>The length of the white space in front of a block that stands first on its line, or -1.</summary>
    private int IndentBefore(int rawStart, int brace)
    {
        var from = _trimAllNext ? SkipAll(rawStart, brace) : rawStart;
        var at = brace;
        while (at > from && _text[at - 1] != '\n' && char.IsWhiteSpace(_text[at - 1]))
        {
            at--;
        }

        return at < brace && (at == 0 || _text[at - 1] == '\n') ? brace - at : -1;
    }
}
