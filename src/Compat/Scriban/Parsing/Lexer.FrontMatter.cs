namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    /// <summary>Reads the code between two marker lines. False when nothing after it should be read.</summary>
    private bool ReadFrontMatter()
    {
        if (!AtMarker(_pos, out var codeStart))
        {
            Error($"When parsing a front matter, the first line must be `{_options.FrontMatterMarker}`", Here);
            return false;
        }

        AddHere(TokenType.FrontMatterMarker, _options.FrontMatterMarker.Length);
        AdvanceTo(codeStart);
        while (_pos < _text.Length)
        {
            if (_pos == _lineStart && AtMarker(_pos, out var contentStart))
            {
                AddHere(TokenType.FrontMatterMarker, _options.FrontMatterMarker.Length);
                AdvanceTo(contentStart);
                return _options.Mode == ScriptMode.FrontMatterAndContent;
            }

            if (!ReadCode())
            {
                return false;
            }
        }

        Error($"End of front matter `{_options.FrontMatterMarker}` not found", Here);
        return false;
    }

    private bool AtMarker(int offset, out int next)
    {
        var marker = _options.FrontMatterMarker;
        next = offset + marker.Length;
        if (string.CompareOrdinal(_text, offset, marker, 0, marker.Length) != 0)
        {
            return false;
        }

        while (next < _text.Length && _text[next] is ' ' or '\t' or '\r')
        {
            next++;
        }

        if (next < _text.Length && _text[next] != '\n')
        {
            return false;
        }

        next = Math.Min(next + 1, _text.Length);
        return true;
    }
}
