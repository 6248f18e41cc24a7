using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads the other statements.</summary>
internal sealed partial class Parser
{
    private ScriptExpressionStatement ReadExpressionStatement(Block kind)
    {
        var start = Current.Start;
        EnterLevel();
        var expression = ReadExpression(Precedence.None, isStatement: true);
        if (expression is null)
        {
            SkipStatement();
            return null;
        }

        var statement = Close(new ScriptExpressionStatement { Expression = expression }, start);
        if (kind == Block.Case)
        {
            Error(
                statement.Span,
                $"Unexpected statement/expression `{FirstName(expression)}` in the body of a `case` statement. Only `when`/`else` are expected.");
        }

        ExpectEndOfStatement();
        return statement;
    }

    private static ScriptNode FirstName(ScriptExpression expression) =>
        expression is ScriptAssignExpression assign ? assign.Target : expression;

    private ScriptCaptureStatement ReadCapture()
    {
        const string Syntax = "capture <variable> ... end";
        var start = Current.Start;
        Advance();
        var result = new ScriptCaptureStatement { Target = ReadExpressionOr("capture statement", Syntax) };
        ExpectEndOfStatement();
        result.Body = ReadBlock(Block.Other, "capture statement", Syntax, out _);
        return Close(result, start);
    }

    private ScriptWithStatement ReadWith()
    {
        const string Syntax = "with <variable> ... end";
        var start = Current.Start;
        Advance();
        var result = new ScriptWithStatement { Name = ReadExpressionOr("with statement", Syntax) };
        ExpectEndOfStatement();
        result.Body = ReadBlock(Block.Other, "with statement", Syntax, out _);
        return Close(result, start);
    }

    private ScriptWrapStatement ReadWrap()
    {
        const string Syntax = "wrap <function_call> ... end";
        var start = Current.Start;
        Advance();
        var result = new ScriptWrapStatement { Target = ReadExpressionOr("wrap statement", Syntax) };
        ExpectEndOfStatement();
        result.Body = ReadBlock(Block.Other, "wrap statement", Syntax, out _);
        return Close(result, start);
    }

    private ScriptReturnStatement ReadReturn()
    {
        var start = Current.Start;
        Advance();
        var result = new ScriptReturnStatement { Expression = IsStartOfExpression() ? ReadExpression(Precedence.None) : null };
        return Close(result, start);
    }

    private ScriptImportStatement ReadImport()
    {
        var start = Current.Start;
        Advance();
        return Close(new ScriptImportStatement { Expression = ReadExpressionOr("import statement", "import <expression>") }, start);
    }

    private ScriptReadOnlyStatement ReadReadOnly()
    {
        var start = Current.Start;
        var span = CurrentSpan;
        Advance();
        var result = new ScriptReadOnlyStatement();
        if (Is(TokenType.Identifier) || Is(TokenType.IdentifierSpecial))
        {
            result.Variable = ReadVariable() as ScriptVariable;
        }

        if (result.Variable is null)
        {
            Error(span, $"Error while parsing readonly statement: Expecting a variable instead of `{Shortened(CurrentText)}` in: readonly <variable>");
            SkipStatement();
        }

        return Close(result, start);
    }

    /// <summary>An expression that must be there; null after an error.</summary>
    private ScriptExpression ReadExpressionOr(string name, string syntax)
    {
        if (!IsStartOfExpression())
        {
            ExpectedExpression(name, syntax);
            SkipStatement();
            return null;
        }

        var result = ReadExpression(Precedence.None);
        if (result is null)
        {
            SkipStatement();
        }

        return result;
    }
}
