using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads expressions: operators, calls and pipes.</summary>
internal sealed partial class Parser
{
    /// <summary>Set after do … end, which ends the whole expression up to the next bracket.</summary>
    private bool _endsWithDo;

    /// <summary>The options of the loop whose sequence is being read: names after it are options, not arguments.</summary>
    private ScriptList<ScriptNamedArgument> _loopOptions;

    private bool IsStartOfExpression() => Current.Type switch
    {
        TokenType.Identifier or TokenType.IdentifierSpecial
            or TokenType.Integer or TokenType.HexaInteger or TokenType.BinaryInteger or TokenType.Float
            or TokenType.String or TokenType.VerbatimString or TokenType.InterpolatedString or TokenType.BeginInterpolatedString
            or TokenType.OpenParen or TokenType.OpenBracket or TokenType.OpenBrace
            or TokenType.Exclamation or TokenType.Minus or TokenType.Plus or TokenType.Arroba or TokenType.Caret
            or TokenType.DoublePlus or TokenType.DoubleMinus => true,
        _ => false,
    };

    /// <summary>Reads operators that bind stronger than the given one, with calls inside. Null after an error.</summary>
    private ScriptExpression ReadExpression(Precedence above, bool isStatement = false)
    {
        var depth = _depth;
        var isLoopSequence = _loopOptions is not null && above == Precedence.None;
        var options = _loopOptions;
        _loopOptions = null;
        if (!EnterLevel())
        {
            return null;
        }

        var start = Current.Start;
        ScriptFunctionCall call = null;
        ScriptExpression left;
        while (true)
        {
            left = ReadOperators(above, isStatement && call is null, isLoopSequence, ref call, start);
            if (left is null || _endsWithDo || !IsArgumentNext(isLoopSequence))
            {
                break;
            }

            if (call is null)
            {
                call = new ScriptFunctionCall { Target = left };
            }
            else
            {
                call.Arguments.Add(left);
            }

            if (IsNamedArgumentNext())
            {
                ReadNamedArguments(call);
                left = null;
                if (!IsPipe || above != Precedence.None)
                {
                    break;
                }

                left = ReadPipes(Close(call, start), start);
                call = null;
                break;
            }
        }

        _depth = depth;
        if (isLoopSequence)
        {
            _loopOptions = options;
        }

        if (call is null || (left is null && call.Arguments.Count == 0))
        {
            return left;
        }

        if (left is not null)
        {
            call.Arguments.Add(left);
        }

        return Close(call, start);
    }

    private bool IsPipe => Is(TokenType.VerticalBar) || Is(TokenType.PipeGreater);

    private bool IsArgumentNext(bool isLoopSequence) =>
        IsStartOfExpression() && !(isLoopSequence && Is(TokenType.Identifier)) && BinaryOperators.Of(Current.Type).Precedence == Precedence.None;

    private bool IsNamedArgumentNext() => Is(TokenType.Identifier) && Next.Type == TokenType.Colon;

    /// <summary>Reads one operand and the operators after it.</summary>
    private ScriptExpression ReadOperators(
        Precedence above, bool isStatement, bool isLoopSequence, ref ScriptFunctionCall call, TextPosition callStart)
    {
        var start = Current.Start;
        var left = ReadOperand();
        while (left is not null && !_endsWithDo)
        {
            if (BinaryOperators.OfAssignment(Current.Type) is { } op)
            {
                return ReadAssignment(left, op, isStatement && above == Precedence.None, start);
            }

            var (binary, precedence) = BinaryOperators.Of(Current.Type);
            if (precedence > above)
            {
                left = ReadBinary(left, binary, precedence, start);
            }
            else if (Is(TokenType.Question) && above < Precedence.Conditional)
            {
                left = ReadConditional(left, start);
            }
            else if (IsPipe && above == Precedence.None)
            {
                if (call is not null)
                {
                    call.Arguments.Add(left);
                    left = Close(call, callStart);
                    start = callStart;
                    call = null;
                }

                left = ReadPipe(left, start);
            }
            else
            {
                break;
            }
        }

        return left;
    }

    private ScriptBinaryExpression ReadBinary(ScriptExpression left, ScriptBinaryOperator op, Precedence precedence, TextPosition start)
    {
        var span = CurrentSpan;
        _depth++;
        Advance();
        if (!IsStartOfExpression())
        {
            Error(
                CurrentSpan,
                $"Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `{Shortened(CurrentText)}` in: <expression> operator <expression>");
            SkipStatement();
            return null;
        }

        var right = ReadExpression(precedence);
        return right is null
            ? null
            : Close(new ScriptBinaryExpression { Left = left, Operator = op, OperatorSpan = span, Right = right }, start);
    }

    private ScriptConditionalExpression ReadConditional(ScriptExpression condition, TextPosition start)
    {
        const string Name = "conditional expression";
        const string Syntax = "<condition> ? <then_value> : <else_value>";
        Advance();
        var result = new ScriptConditionalExpression { Condition = condition, ThenValue = ReadBranch(Name, Syntax, Precedence.Pipe) };
        if (result.ThenValue is null)
        {
            return null;
        }

        if (Is(TokenType.Colon))
        {
            Advance();
        }
        else
        {
            Error(CurrentSpan, $"Unexpected token found `{Shortened(CurrentText)}` while expecting `:`.");
            SkipStatement();
            return null;
        }

        result.ElseValue = ReadBranch(Name, Syntax, Precedence.None);
        return result.ElseValue is null ? null : Close(result, start);
    }

    private ScriptExpression ReadBranch(string name, string syntax, Precedence above)
    {
        if (IsStartOfExpression())
        {
            return ReadExpression(above);
        }

        ExpectedExpression(name, syntax);
        SkipStatement();
        return null;
    }

    private ScriptExpression ReadPipes(ScriptExpression from, TextPosition start)
    {
        while (from is not null && IsPipe && !_endsWithDo)
        {
            from = ReadPipe(from, start);
        }

        return from;
    }

    /// <summary>Reads the function behind a pipe with its arguments; operators after a bare function belong to the whole pipe.</summary>
    private ScriptPipeCall ReadPipe(ScriptExpression from, TextPosition start)
    {
        _freeNewLines++;
        Advance();
        _freeNewLines--;
        if (!IsStartOfExpression())
        {
            Error(
                CurrentSpan,
                $"Error while parsing pipe expression: Expecting <expression> instead of `{Shortened(CurrentText)}` in: <expression> | <expression>");
            SkipStatement();
            return null;
        }

        var targetStart = Current.Start;
        var to = ReadOperand();
        if (to is not null && !_endsWithDo && IsStartOfExpression() && BinaryOperators.Of(Current.Type).Precedence == Precedence.None)
        {
            to = ReadPipedArguments(to, targetStart);
        }

        return to is null ? null : Close(new ScriptPipeCall { From = from, To = to }, start);
    }

    private ScriptFunctionCall ReadPipedArguments(ScriptExpression target, TextPosition start)
    {
        var call = new ScriptFunctionCall { Target = target };
        while (!_endsWithDo && IsStartOfExpression())
        {
            if (IsNamedArgumentNext())
            {
                ReadNamedArguments(call);
                break;
            }

            // An argument is everything up to the next one; what a call reads as arguments of its own belongs to this call.
            ScriptFunctionCall none = null;
            var depth = _depth;
            _depth++;
            var argument = ReadOperators(Precedence.Pipe, isStatement: false, isLoopSequence: false, ref none, start);
            _depth = depth;
            if (argument is null)
            {
                return null;
            }

            call.Arguments.Add(argument);
        }

        return Close(call, start);
    }

    private ScriptExpression ReadAssignment(ScriptExpression target, ScriptBinaryOperator op, bool isAllowed, TextPosition start)
    {
        const string Name = "assign expression";
        const string Syntax = "<target_expression> = <value_expression>";
        if (op == ScriptBinaryOperator.None && isAllowed && target is ScriptFunctionCall { ExplicitCall: true } header)
        {
            return ReadFunctionOf(header, start);
        }

        if (!isAllowed || (target is not IScriptVariablePath) || target is ScriptNestedExpression)
        {
            Error(target.Span, $"Error while parsing {Name}: Expression is only allowed for a top level assignment in: {Syntax}");
            SkipStatement();
            return null;
        }

        Advance();
        var value = ReadBranch(Name, Syntax, Precedence.None);
        return value is null ? null : Close(new ScriptAssignExpression { Target = target, Operator = op, Value = value }, start);
    }
}
