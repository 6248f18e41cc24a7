using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Builds the syntax tree.</summary>
internal sealed partial class Parser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if", "else", "end", "for", "while", "break", "continue", "ret", "case", "when", "capture", "with", "wrap", "func", "do", "import", "readonly", "tablerow",
    };

    private readonly string _text;
    private readonly string _file;
    private readonly ParserOptions _options;
    private readonly LogMessageBag _messages;
    private readonly List<Token> _tokens;
    private readonly bool _isScript;
    private int _index;
    private int _depth;

    public Parser(string text, string file, ScriptMode mode, ParserOptions options, LogMessageBag messages)
    {
        _text = text;
        _file = file;
        _options = options;
        _messages = messages;
        _isScript = mode == ScriptMode.ScriptOnly;
        _tokens = Lexer.Read(text, file, mode, messages);
    }

    private Token Current => _tokens[_index];

    private Token Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)];

    private Token Previous => _tokens[Math.Max(_index - 1, 0)];

    public ScriptPage Read()
    {
        var body = ReadBlock(_ => false, isPage: true);
        return new ScriptPage { Body = body, Span = body.Span };
    }

    private void Move()
    {
        if (_index < _tokens.Count - 1)
        {
            _index++;
        }
    }

    private ReadOnlySpan<char> TextOf(Token token) => _text.AsSpan(token.Start.Offset, token.End.Offset - token.Start.Offset + 1);

    private string NameOf(Token token) => token.Type == TokenType.Identifier ? TextOf(token).ToString() : null;

    private bool IsKeyword(string word) => Current.Type == TokenType.Identifier && TextOf(Current).SequenceEqual(word);

    private T At<T>(T node, Token start)
        where T : ScriptNode
    {
        var end = Previous.Start.Offset >= start.Start.Offset ? Previous.End : start.End;
        node.Span = new SourceSpan(_file, start.Start, end);
        return node;
    }

    private void Error(Token at, string message) =>
        _messages.Add(new LogMessage(ParserMessageType.Error, new SourceSpan(_file, at.Start, at.End), message));

    private void Expect(TokenType type, string what)
    {
        if (Current.Type == type)
        {
            Move();
        }
        else
        {
            Error(Current, $"Expecting {what} instead of `{Shown(Current)}`");
        }
    }

    private string Shown(Token token) => token.Type == TokenType.Eof ? "<eof>" : TextOf(token).ToString();
}
