using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads statements that begin with a word of the language.</summary>
internal sealed partial class Parser
{
    /// <summary>Null when the word is no keyword; else what it does to the block, with the statement it begins.</summary>
    private BlockEnd? ReadKeyword(Block kind, out ScriptStatement statement)
    {
        var start = Current.Start;
        statement = null;
        switch (CurrentText)
        {
            case "end":
                Advance();
                return BlockEnd.End;
            case "else":
                return ReadElse(kind, out statement);
            case "when":
                if (kind is Block.Case or Block.When)
                {
                    return BlockEnd.When;
                }

                var when = ReadWhen();
                Error(when.Span, "A `when` condition must be preceded by another `when`/`else`/`case` condition");
                return BlockEnd.None;
            case "if":
                statement = ReadIf();
                break;
            case "case":
                statement = ReadCase();
                break;
            case "for":
                statement = ReadFor(new ScriptForStatement(), "for");
                break;
            case "tablerow":
                statement = ReadFor(new ScriptTableRowStatement(), "tablerow");
                break;
            case "while":
                statement = ReadWhile();
                break;
            case "func":
                statement = ReadFunction();
                break;
            case "capture":
                statement = ReadCapture();
                break;
            case "with":
                statement = ReadWith();
                break;
            case "wrap":
                statement = ReadWrap();
                break;
            case "break":
                Advance();
                statement = Close(new ScriptBreakStatement(), start);
                break;
            case "continue":
                Advance();
                statement = Close(new ScriptContinueStatement(), start);
                break;
            case "ret":
                statement = ReadReturn();
                break;
            case "import":
                statement = ReadImport();
                break;
            case "readonly":
                statement = ReadReadOnly();
                break;
            default:
                return null;
        }

        RefuseInCase(kind, statement);
        ExpectEndOfStatement();
        return BlockEnd.None;
    }

    private void RefuseInCase(Block kind, ScriptStatement statement)
    {
        if (kind == Block.Case && statement is not null)
        {
            Error(
                statement.Span,
                $"Unexpected statement/expression `{statement}` in the body of a `case` statement. Only `when`/`else` are expected.");
        }
    }

    private BlockEnd ReadElse(Block kind, out ScriptStatement statement)
    {
        statement = null;
        if (kind is Block.If or Block.When or Block.For)
        {
            return BlockEnd.Else;
        }

        var start = CurrentSpan;
        Advance();
        if (Is(TokenType.Identifier) && CurrentText is "if")
        {
            ReadIf();
        }
        else
        {
            ReadElseBody(start.Start);
        }

        Error(start, kind == Block.Case
            ? "An else condition must be preceded by a when condition."
            : "A else condition must be preceded by another if/else/when condition or a for loop.");
        return BlockEnd.None;
    }

    private ScriptElseStatement ReadElseBody(TextPosition start)
    {
        ExpectEndOfStatement();
        var body = ReadBlock(Block.Else, "else statement", "else | else if <expression> ... end|else|else if", out _);
        return Close(new ScriptElseStatement { Body = body }, start);
    }
}
