using System.Runtime.CompilerServices;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads statements up to the word that ends their block.</summary>
internal sealed partial class Parser
{
    private ScriptFrontMatter ReadFrontMatter()
    {
        var start = Current.Start;
        Advance();
        _inCode = true;
        var statements = NewBlock();
        while (!Is(TokenType.Eof) && !Is(TokenType.FrontMatterMarker))
        {
            ReadStatement(statements, Block.Page);
        }

        _inCode = false;
        Advance();
        return Close(new ScriptFrontMatter { Statements = Close(statements, start) }, start);
    }

    private ScriptBlockStatement ReadPageBody()
    {
        var start = new TextPosition(0, 0, 0);
        var body = NewBlock();
        while (!Is(TokenType.Eof))
        {
            if (ReadStatement(body, Block.Page) != BlockEnd.End)
            {
                continue;
            }

            var end = Previous.End;
            ExpectEndOfStatement();
            Error(
                new SourceSpan(_lexer.SourcePath, end, end),
                "Error while parsing ScriptPage: Found <end> statement without a corresponding beginning of a block in: ...");
        }

        return Close(body, start);
    }

    private static ScriptBlockStatement NewBlock() => new();

    /// <summary>Reads statements until end, or else or when where the block may go on with one; that word is left to the caller.</summary>
    private ScriptBlockStatement ReadBlock(Block kind, string name, string syntax, out BlockEnd end)
    {
        var block = NewBlock();
        var start = Current.Start;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Fatal(CurrentSpan, "The statements are too deeply nested");
        }

        do
        {
            end = ReadStatement(block, kind);
        }
        while (end == BlockEnd.None && !Is(TokenType.Eof));

        if (end == BlockEnd.None)
        {
            end = BlockEnd.Missing;
            Error(SpanOf(Previous), $"Error while parsing {name}: The <end> statement was not found in: {syntax}");
        }

        return Close(block, start);
    }

    /// <summary>Reads one statement into the block, or the word that ends the block.</summary>
    private BlockEnd ReadStatement(ScriptBlockStatement block, Block kind)
    {
        ref readonly var token = ref Current;
        switch (token.Type)
        {
            case TokenType.Raw:
            case TokenType.Escape:
                if (kind != Block.Case)
                {
                    block.Statements.Add(new ScriptRawStatement(_text, token.Start.Offset, token.Length)
                    {
                        IsEscape = token.Type == TokenType.Escape,
                        Span = CurrentSpan,
                    });
                }

                Advance();
                return BlockEnd.None;
            case TokenType.CodeEnter:
                _inCode = true;
                _indent = token.Indent > 0 ? _text.Substring(token.Start.Offset - token.Indent, token.Indent) : null;
                Advance();
                return BlockEnd.None;
            case TokenType.CodeExit:
                _inCode = false;
                _indent = null;
                Advance();
                return BlockEnd.None;
            case TokenType.NewLine:
            case TokenType.SemiColon:
                Advance();
                return BlockEnd.None;
            default:
                return ReadCodeStatement(block, kind);
        }
    }

    private BlockEnd ReadCodeStatement(ScriptBlockStatement block, Block kind)
    {
        _depth = 0;
        _freeNewLines = 0;
        _endsWithDo = false;
        var indent = _indent;
        if (Is(TokenType.Identifier) && Next.Type is not (TokenType.Dot or TokenType.QuestionDot) && ReadKeyword(kind, out var statement) is { } end)
        {
            if (end != BlockEnd.None)
            {
                return end;
            }
        }
        else if (IsStartOfExpression())
        {
            statement = ReadExpressionStatement(kind);
        }
        else
        {
            Error(CurrentSpan, $"Unexpected token {CurrentText}");
            SkipStatement();
            return BlockEnd.None;
        }

        if (statement is not null)
        {
            statement.Indent = indent;
            block.Statements.Add(statement);
        }

        return BlockEnd.None;
    }

    /// <summary>After a statement comes a line break, a semicolon or the end of the block of code.</summary>
    private void ExpectEndOfStatement()
    {
        if (Is(TokenType.NewLine) || Is(TokenType.SemiColon) || Is(TokenType.CodeExit) || Is(TokenType.Eof) || Is(TokenType.FrontMatterMarker))
        {
            return;
        }

        Error(CurrentSpan, $"Invalid token found `{Shortened(CurrentText)}`. Expecting <EOL>/end of line.");
        SkipStatement();
    }

    private void SkipStatement()
    {
        _freeNewLines = 0;
        while (!(Is(TokenType.NewLine) || Is(TokenType.SemiColon) || Is(TokenType.CodeExit) || Is(TokenType.Eof)))
        {
            _at++;
        }
    }

    private enum Block
    {
        Page,
        If,
        Else,
        Case,
        When,
        For,
        Other,
    }

    private enum BlockEnd
    {
        None,
        End,
        Else,
        When,
        Missing,
    }
}
