namespace Scriban.Parsing;

/// <summary>Cuts a template into tokens: text outside <c>{{ }}</c>, code inside.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly string _file;
    private readonly LogMessageBag _messages;
    private readonly List<Token> _tokens = [];
    private int _offset;
    private int _line;
    private int _column;
    private bool _space;

    // Open brackets in the current code block: newlines are free inside [ ] and { }, and }} may close two objects.
    private readonly Stack<char> _open = new();

    private Lexer(string text, string file, LogMessageBag messages)
    {
        _text = text;
        _file = file;
        _messages = messages;
    }

    private char Current => _offset < _text.Length ? _text[_offset] : '\0';

    private TextPosition Position => new(_offset, _line, _column);

    public static List<Token> Read(string text, string file, ScriptMode mode, LogMessageBag messages)
    {
        var lexer = new Lexer(text, file, messages);
        if (mode == ScriptMode.ScriptOnly)
        {
            lexer.ReadCode(closes: false);
        }
        else
        {
            lexer.ReadText();
        }

        lexer._tokens.Add(new Token(TokenType.Eof, TextPosition.Eof, TextPosition.Eof, false));
        return lexer._tokens;
    }

    private char Peek(int ahead = 1) => _offset + ahead < _text.Length ? _text[_offset + ahead] : '\0';

    private void Advance(int count = 1)
    {
        for (; count > 0 && _offset < _text.Length; count--)
        {
            if (_text[_offset] == '\n')
            {
                _line++;
                _column = 0;
            }
            else
            {
                _column++;
            }

            _offset++;
        }
    }

    private void Add(TokenType type, TextPosition start, int length)
    {
        Advance(length);
        Add(type, start);
    }

    private void Add(TokenType type, TextPosition start)
    {
        var end = new TextPosition(Math.Max(_offset - 1, start.Offset), _line, Math.Max(_column - 1, 0));
        _tokens.Add(new Token(type, start, end, _space));
        _space = false;
    }

    private void Error(TextPosition at, string message) =>
        _messages.Add(new LogMessage(ParserMessageType.Error, new SourceSpan(_file, at, at), message));
}
