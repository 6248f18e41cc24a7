using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads if and case.</summary>
internal sealed partial class Parser
{
    private const string IfSyntax = "if <expression> ... end|else|else if";

    private ScriptIfStatement ReadIf()
    {
        var start = Current.Start;
        Advance();
        var result = new ScriptIfStatement { Condition = ReadExpressionOr("if statement", IfSyntax) };
        ExpectEndOfStatement();
        result.Then = ReadBlock(Block.If, "if statement", IfSyntax, out var end);
        if (end == BlockEnd.Else)
        {
            result.Else = ReadElseOfIf();
        }

        return Close(result, start);
    }

    private ScriptConditionStatement ReadElseOfIf()
    {
        var start = Current.Start;
        Advance();
        return Is(TokenType.Identifier) && CurrentText is "if" ? ReadIf() : ReadElseBody(start);
    }

    private ScriptCaseStatement ReadCase()
    {
        var start = Current.Start;
        Advance();
        var result = new ScriptCaseStatement { Value = ReadExpressionOr("case statement", "case <expression> ... end|when|else") };
        ExpectEndOfStatement();
        result.Body = ReadBlock(Block.Case, "case statement", "case <expression> ... end|when|else", out var end);
        if (end == BlockEnd.When)
        {
            result.Body.Statements.Add(ReadWhen());
        }

        return Close(result, start);
    }

    /// <summary>Reads a when and all that follow it.</summary>
    private ScriptWhenStatement ReadWhen()
    {
        ScriptWhenStatement first = null;
        ScriptWhenStatement last = null;
        while (true)
        {
            var when = ReadOneWhen(out var end);
            first ??= when;
            if (last is not null)
            {
                last.Next = when;
            }

            last = when;
            if (end == BlockEnd.Else)
            {
                var start = Current.Start;
                Advance();
                last.Next = ReadElseBody(start);
            }

            if (end != BlockEnd.When)
            {
                return first;
            }
        }
    }

    private ScriptWhenStatement ReadOneWhen(out BlockEnd end)
    {
        const string Syntax = "when <expression> ... end|when|else";
        var start = Current.Start;
        Advance();
        var result = new ScriptWhenStatement();
        while (ReadExpression(Precedence.Or) is { } value)
        {
            result.Values.Add(value);
            if (!Is(TokenType.Comma) && !Is(TokenType.DoubleVerticalBar))
            {
                break;
            }

            Advance();
        }

        if (result.Values.Count == 0)
        {
            ExpectedExpression("when statement", Syntax);
            SkipStatement();
        }

        ExpectEndOfStatement();
        result.Body = ReadBlock(Block.When, "when statement", Syntax, out end);
        return Close(result, start);
    }
}
