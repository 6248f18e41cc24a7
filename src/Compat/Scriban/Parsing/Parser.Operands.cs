using System.Runtime.CompilerServices;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads operands: values, names, brackets, and what follows them without an operator.</summary>
internal sealed partial class Parser
{
    private ScriptExpression ReadOperand()
    {
        var start = Current.Start;
        var operand = ReadPrimary();
        return operand is null || _endsWithDo ? operand : ReadPostfix(operand, start);
    }

    /// <summary>A value, a name or something in brackets, with members and items but without operators and arguments.</summary>
    private ScriptExpression ReadBasic() =>
        IsStartOfExpression() && Current.Type is not (TokenType.Exclamation or TokenType.Caret) ? ReadOperand() : null;

    private ScriptExpression ReadPrimary()
    {
        // Every way for an expression to hold another one leads through here, also those that do not count as a level.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Fatal(CurrentSpan, "The expression is too deeply nested");
            return null;
        }

        var start = Current.Start;
        switch (Current.Type)
        {
            case TokenType.Identifier:
            case TokenType.IdentifierSpecial:
                return CurrentText is "do" ? ReadAnonymousFunction() : ReadVariable();
            case TokenType.Integer:
            case TokenType.HexaInteger:
            case TokenType.BinaryInteger:
            case TokenType.Float:
                return ReadNumber();
            case TokenType.String:
            case TokenType.VerbatimString:
            case TokenType.InterpolatedString:
                return ReadString();
            case TokenType.BeginInterpolatedString:
                return ReadInterpolatedString();
            case TokenType.OpenParen:
                return ReadParenthesis();
            case TokenType.OpenBracket:
                return ReadArray();
            case TokenType.OpenBrace:
                return ReadObject();
            case TokenType.DoublePlus:
            case TokenType.DoubleMinus:
                return ReadPrefixChange();
            case TokenType.Exclamation:
                return ReadUnary(ScriptUnaryOperator.Not, start);
            case TokenType.Minus:
                return ReadUnary(ScriptUnaryOperator.Negate, start);
            case TokenType.Plus:
                return ReadUnary(ScriptUnaryOperator.Plus, start);
            case TokenType.Arroba:
                return ReadUnary(ScriptUnaryOperator.FunctionAlias, start);
            case TokenType.Caret:
                return ReadUnary(ScriptUnaryOperator.FunctionParametersExpand, start);
            default:
                Error(CurrentSpan, $"Unexpected token `{Shortened(CurrentText)}` while parsing expression");
                SkipStatement();
                return null;
        }
    }

    private ScriptUnaryExpression ReadUnary(ScriptUnaryOperator op, TextPosition start)
    {
        Advance();
        if (!IsStartOfExpression())
        {
            ExpectedExpression("unary expression", "<operator> <expression>");
            SkipStatement();
            return null;
        }

        // The arguments after an alias are not the function's: array.any @string.contains 'b'
        var right = op == ScriptUnaryOperator.FunctionAlias ? ReadOperand() : ReadExpression(Precedence.Unary);
        return right is null ? null : Close(new ScriptUnaryExpression { Operator = op, Right = right }, start);
    }

    private ScriptIncrementDecrementExpression ReadPrefixChange()
    {
        var start = Current.Start;
        var span = CurrentSpan;
        var op = Is(TokenType.DoublePlus) ? ScriptUnaryOperator.Increment : ScriptUnaryOperator.Decrement;
        Advance();
        var right = IsStartOfExpression() ? ReadOperand() : null;
        return IsChangeable(right, span)
            ? Close(new ScriptIncrementDecrementExpression { Operator = op, Right = right }, start)
            : null;
    }

    private bool IsChangeable(ScriptExpression operand, SourceSpan span)
    {
        if (operand is ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression)
        {
            return true;
        }

        Error(span, "The operand of an increment or decrement operator must be a variable, property or indexer");
        SkipStatement();
        return false;
    }

    /// <summary>Reads members, items, calls in parentheses and ++.</summary>
    private ScriptExpression ReadPostfix(ScriptExpression operand, TextPosition start)
    {
        while (operand is not null)
        {
            switch (Current.Type)
            {
                case TokenType.Dot:
                case TokenType.QuestionDot:
                    operand = ReadMember(operand, start);
                    break;
                case TokenType.OpenBracket when IsAdjacent && HasItems(operand):
                    operand = ReadIndexer(operand, start);
                    break;
                case TokenType.OpenParen when IsAdjacent && operand is IScriptVariablePath and not ScriptNestedExpression:
                    operand = ReadExplicitCall(operand, start);
                    break;
                case TokenType.DoublePlus:
                case TokenType.DoubleMinus:
                    var span = CurrentSpan;
                    var op = Is(TokenType.DoublePlus) ? ScriptUnaryOperator.Increment : ScriptUnaryOperator.Decrement;
                    if (!IsChangeable(operand, span))
                    {
                        return null;
                    }

                    Advance();
                    return Close(new ScriptIncrementDecrementExpression { Operator = op, Right = operand, Post = true }, start);
                default:
                    return operand;
            }
        }

        return null;
    }

    private static bool HasItems(ScriptExpression operand) =>
        operand is IScriptVariablePath or ScriptFunctionCall or ScriptLiteral;

    private ScriptMemberExpression ReadMember(ScriptExpression target, TextPosition start)
    {
        var isNullSafe = Is(TokenType.QuestionDot) || target is ScriptMemberExpression { IsNullSafe: true };
        Advance();
        if (!Is(TokenType.Identifier))
        {
            Error(CurrentSpan, $"Invalid token `{Current.Type}`. The dot operator is expected to be followed by a plain identifier");
            SkipStatement();
            return null;
        }

        var name = CurrentText;
        var member = new ScriptVariableGlobal(_names[name]) { Span = CurrentSpan };
        Advance();
        if (name is "empty" or "blank" && Is(TokenType.Question) && IsAdjacent)
        {
            Advance();
            return Close(new ScriptIsEmptyExpression { Target = target, Member = member, IsNullSafe = isNullSafe }, start);
        }

        return Close(new ScriptMemberExpression { Target = target, Member = member, IsNullSafe = isNullSafe }, start);
    }

    private ScriptIndexerExpression ReadIndexer(ScriptExpression target, TextPosition start)
    {
        const string Syntax = "<expression>[<index_expression>]";
        Open();
        var index = IsStartOfExpression() ? ReadInside() : null;
        if (index is null)
        {
            ExpectedExpression("indexer expression", Syntax);
            SkipStatement();
            return null;
        }

        return CloseBracket(TokenType.CloseBracket, "]") ? Close(new ScriptIndexerExpression { Target = target, Index = index }, start) : null;
    }

    private ScriptNestedExpression ReadParenthesis()
    {
        var start = Current.Start;
        var free = _freeNewLines;
        _freeNewLines = 0;
        Advance();
        if (!IsStartOfExpression())
        {
            ExpectedExpression("nested expression", "(<expression>)");
            SkipStatement();
            return null;
        }

        var expression = ReadInside();
        if (expression is null)
        {
            return null;
        }

        _freeNewLines = free;
        if (!Is(TokenType.CloseParen))
        {
            Error(CurrentSpan, $"Invalid token `{Shortened(CurrentText)}`. Expecting a closing `)`.");
            SkipStatement();
            return null;
        }

        Advance();
        return Close(new ScriptNestedExpression { Expression = expression }, start);
    }

    /// <summary>Enters brackets in which newlines are free.</summary>
    private void Open()
    {
        _freeNewLines++;
        Advance();
    }

    private bool CloseBracket(TokenType type, string text)
    {
        _freeNewLines--;
        if (!Is(type))
        {
            Error(CurrentSpan, $"Unexpected token found `{Shortened(CurrentText)}` while expecting `{text}`.");
            SkipStatement();
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Reads an expression in brackets: a do block in it does not end what is outside.</summary>
    private ScriptExpression ReadInside()
    {
        var result = ReadExpression(Precedence.None);
        _endsWithDo = false;
        return result;
    }
}
