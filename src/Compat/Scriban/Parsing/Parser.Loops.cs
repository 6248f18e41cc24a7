using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads for, tablerow and while.</summary>
internal sealed partial class Parser
{
    private ScriptForStatement ReadFor(ScriptForStatement result, string word)
    {
        var name = word + " statement";
        var syntax = word + " <variable> in <expression> ... end";
        var start = Current.Start;
        var span = CurrentSpan;
        Advance();
        result.Variable = ReadBasic();
        if (result.Variable is null)
        {
            ExpectedExpression(name, syntax);
            SkipStatement();
        }
        else
        {
            if (Is(TokenType.Identifier) && CurrentText is "in")
            {
                Advance();
            }
            else
            {
                Error(span, $"Error while parsing {name}: Expecting 'in' word instead of `{Shortened(CurrentText)}` in: {syntax}");
                Advance();
            }

            _loopOptions = result.NamedArguments;
            result.Iterator = ReadExpressionOr(name, syntax);
            ReadLoopOptions(result.NamedArguments);
        }

        ExpectEndOfStatement();
        result.Body = ReadBlock(Block.For, name, syntax, out var end);
        if (end == BlockEnd.Else)
        {
            var elseStart = Current.Start;
            Advance();
            result.Else = ReadElseBody(elseStart);
        }

        return Close(result, start);
    }

    private ScriptWhileStatement ReadWhile()
    {
        const string Syntax = "while <expression> ... end";
        var start = Current.Start;
        Advance();
        var result = new ScriptWhileStatement { Condition = ReadExpressionOr("while statement", Syntax) };
        ExpectEndOfStatement();
        result.Body = ReadBlock(Block.Other, "while statement", Syntax, out _);
        return Close(result, start);
    }

    /// <summary>Reads options such as limit:3 and reversed after the sequence of a loop.</summary>
    private void ReadLoopOptions(ScriptList<ScriptNamedArgument> options)
    {
        _loopOptions = null;
        while (Is(TokenType.Identifier))
        {
            options.Add(ReadNamedArgument());
        }
    }
}
