using System.Buffers;

namespace Scriban.Parsing;

/// <summary>Splits a text into tokens in one pass. The tokens live in a rented array: dispose when the parser is done.</summary>
internal sealed partial class Lexer : IDisposable
{
    private readonly string _text;
    private readonly LexerOptions _options;
    private Token[] _tokens;
    private int _count;
    private int _pos;
    private int _line;
    private int _lineStart;
    private bool _trimAllNext;
    private bool _trimLineNext;

    public Lexer(string text, string sourcePath, LexerOptions options)
    {
        _text = text;
        SourcePath = sourcePath;
        _options = options;
        _tokens = ArrayPool<Token>.Shared.Rent(Math.Max(64, text.Length / 4));
        var start = options.StartPosition;
        _pos = Math.Clamp(start.Offset, 0, text.Length);
        _line = start.Line;
        _lineStart = _pos - start.Column;
    }

    public string SourcePath { get; }

    /// <summary>What was found wrong; null when nothing was.</summary>
    public List<LogMessage> Errors { get; private set; }

    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = [];
    }

    /// <summary>All tokens; the last one is Eof. The array is longer than that and belongs to the lexer.</summary>
    public Token[] Run()
    {
        if (_options.Mode == ScriptMode.ScriptOnly)
        {
            ReadCodeToEnd();
        }
        else if (_options.Mode == ScriptMode.Default || ReadFrontMatter())
        {
            while (_pos < _text.Length)
            {
                ReadText();
            }
        }

        Add(new Token(TokenType.Eof, TextPosition.Eof, TextPosition.Eof));
        return _tokens;
    }

    private TextPosition Here => new(_pos, _line, _pos - _lineStart);

    private char Peek(int ahead = 1) => At(_pos + ahead);

    private char At(int offset) => offset < _text.Length ? _text[offset] : '\0';

    private void Add(in Token token)
    {
        if (_count == _tokens.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(_count * 2);
            _tokens.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<Token>.Shared.Return(_tokens);
            _tokens = larger;
        }

        _tokens[_count++] = token;
    }

    /// <summary>Adds a token of the given length that contains no line break, and steps behind it.</summary>
    private void AddHere(TokenType type, int length)
    {
        var start = Here;
        _pos += length;
        Add(new Token(type, start, new TextPosition(_pos - 1, _line, _pos - 1 - _lineStart)));
    }

    /// <summary>Steps to an offset and keeps count of the lines passed.</summary>
    private void AdvanceTo(int offset)
    {
        if (offset > _pos)
        {
            var passed = _text.AsSpan(_pos, offset - _pos);
            var last = passed.LastIndexOf('\n');
            if (last >= 0)
            {
                _line += passed.Count('\n');
                _lineStart = _pos + last + 1;
            }
        }

        _pos = offset;
    }

    private void Error(string message, TextPosition at) =>
        (Errors ??= []).Add(new LogMessage(ParserMessageType.Error, new SourceSpan(SourcePath, at, at), message));
}
