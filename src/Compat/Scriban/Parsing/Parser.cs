using System.Runtime.CompilerServices;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads tokens into a syntax tree by recursive descent. Errors are collected; the first ones are the ones to trust.</summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly ParserOptions _options;
    private readonly ScriptMode _mode;
    private readonly NameTable _names = NameTable.Current;
    private Token[] _tokens;
    private int _at;
    private int _freeNewLines;
    private int _depth;
    private bool _isFatal;
    private string _indent;
    private bool _inCode;

    public Parser(string text, Lexer lexer, ParserOptions options, ScriptMode mode)
    {
        _text = text;
        _lexer = lexer;
        _options = options;
        _mode = mode;
    }

    public LogMessageBag Messages { get; } = new();

    public ScriptPage Run()
    {
        _tokens = _lexer.Run();
        _inCode = _mode == ScriptMode.ScriptOnly;
        var page = new ScriptPage();
        if (Is(TokenType.FrontMatterMarker))
        {
            page.FrontMatter = ReadFrontMatter();
        }

        page.Body = ReadPageBody();
        page.Span = page.Body.Span;
        if (_lexer.Errors is { } errors)
        {
            Messages.AddRange(errors);
        }

        return page;
    }

    private ref readonly Token Current => ref _tokens[_at];

    /// <summary>The token before the current one; at the very beginning, the current one.</summary>
    private ref readonly Token Previous => ref _tokens[Math.Max(_at - 1, 0)];

    private ref readonly Token Next => ref _tokens[Current.Type == TokenType.Eof ? _at : _at + 1];

    private bool Is(TokenType type) => _tokens[_at].Type == type;

    /// <summary>True when no white space stands before the current token.</summary>
    private bool IsAdjacent => _at > 0 && _tokens[_at - 1].End.Offset + 1 == _tokens[_at].Start.Offset;

    private ReadOnlySpan<char> CurrentText => Current.TextIn(_text);

    private void Advance()
    {
        if (_tokens[_at].Type != TokenType.Eof)
        {
            _at++;
        }

        SkipFreeNewLines();
    }

    private void SkipFreeNewLines()
    {
        while (_freeNewLines > 0 && Is(TokenType.NewLine))
        {
            _at++;
        }
    }

    private SourceSpan SpanOf(in Token token) => new(_lexer.SourcePath, token.Start, token.End);

    private SourceSpan CurrentSpan => SpanOf(Current);

    /// <summary>Ends a node with the token before the current one.</summary>
    private T Close<T>(T node, TextPosition start)
        where T : ScriptNode
    {
        ref readonly var last = ref Previous;
        node.Span = new SourceSpan(_lexer.SourcePath, start, last.Type == TokenType.Eof ? start : last.End);
        return node;
    }

    private void Error(SourceSpan span, string message)
    {
        if (!_isFatal)
        {
            Messages.Add(new LogMessage(ParserMessageType.Error, span, message));
        }
    }

    /// <summary>Reports an error after which nothing more is worth reading.</summary>
    private void Fatal(SourceSpan span, string message)
    {
        Error(span, message);
        _isFatal = true;
        while (!Is(TokenType.Eof))
        {
            _at++;
        }
    }

    private void ExpectedExpression(string node, string syntax) =>
        Error(CurrentSpan, $"Error while parsing {node}: Expecting <expression> instead of `{Shortened(CurrentText)}` in: {syntax}");

    private static string Shortened(ReadOnlySpan<char> text) => text.Length > 100 ? string.Concat(text[..100], "...") : text.ToString();

    /// <summary>Counts a level of nesting. False when there are too many, or no stack is left.</summary>
    private bool EnterLevel()
    {
        _depth++;
        var limit = _options.ExpressionDepthLimit;
        if ((limit > 0 && _depth > limit) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Fatal(SpanOf(Previous), $"The statement depth limit `{limit}` was reached when parsing this statement");
            return false;
        }

        return true;
    }
}
