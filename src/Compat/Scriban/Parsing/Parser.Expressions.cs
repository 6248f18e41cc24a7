using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Expressions, weakest binding first.</summary>
internal sealed partial class Parser
{
    private const int WhenBinding = 40;

    private ScriptExpression ReadExpression()
    {
        if (++_depth > _options.ExpressionDepthLimit)
        {
            Error(Current, $"The expression nests deeper than the limit {_options.ExpressionDepthLimit}");
            while (Current.Type is not (TokenType.CodeExit or TokenType.Eof))
            {
                Move();
            }

            _depth--;
            return At(new ScriptLiteral(), Current);
        }

        try
        {
            return ReadPipes();
        }
        finally
        {
            _depth--;
        }
    }

    private ScriptExpression ReadPipes()
    {
        var start = Current;
        var expression = ReadAssignment();
        while (Current.Type is TokenType.Pipe or TokenType.PipeGreater)
        {
            Move();
            while (Current.Type == TokenType.NewLine)
            {
                Move();
            }

            if (!StartsExpression(Current))
            {
                Error(Current, "Expecting a function after a pipe");
                return expression;
            }

            var to = ReadCall();
            expression = At(new ScriptPipeCall { From = expression, To = to }, start);
        }

        return expression;
    }

    private ScriptExpression ReadAssignment()
    {
        var start = Current;
        var target = ReadCall();
        var compound = Current.Type switch
        {
            TokenType.PlusEqual => ScriptBinaryOperator.Add,
            TokenType.MinusEqual => ScriptBinaryOperator.Subtract,
            TokenType.AsteriskEqual => ScriptBinaryOperator.Multiply,
            TokenType.DivideEqual => ScriptBinaryOperator.Divide,
            TokenType.DoubleDivideEqual => ScriptBinaryOperator.DivideRound,
            TokenType.PercentEqual => ScriptBinaryOperator.Modulus,
            _ => ScriptBinaryOperator.None,
        };
        if ((Current.Type != TokenType.Equal && compound == ScriptBinaryOperator.None) || target is not IScriptVariablePath)
        {
            return target;
        }

        Move();
        if (!StartsExpression(Current))
        {
            Error(Current, "Expecting an expression after an assignment");
            return target;
        }

        return At(new ScriptAssignExpression { Target = target, Value = ReadExpression(), Compound = compound }, start);
    }

    // A call without parentheses: a path and then arguments, each a whole operator expression.
    private ScriptExpression ReadCall()
    {
        var start = Current;
        var expression = ReadConditional();
        if (expression is not (ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression) || !StartsArgument())
        {
            return expression;
        }

        var call = new ScriptFunctionCall { Target = expression };
        while (StartsArgument())
        {
            call.Arguments.Add(ReadArgument());
        }

        return At(call, start);
    }

    private ScriptExpression ReadArgument()
    {
        if (Current.Type == TokenType.Identifier && Next.Type == TokenType.Colon)
        {
            var start = Current;
            var name = NameOf(start);
            Move();
            Move();
            return At(new ScriptNamedArgument { Name = name, Value = ReadOperators(0) }, start);
        }

        return ReadOperators(0);
    }

    private ScriptExpression ReadConditional()
    {
        var start = Current;
        var condition = ReadOperators(0);
        if (Current.Type != TokenType.Question)
        {
            return condition;
        }

        Move();
        var then = ReadConditional();
        Expect(TokenType.Colon, "`:`");
        return At(new ScriptConditionalExpression { Condition = condition, ThenValue = then, ElseValue = ReadConditional() }, start);
    }

    private ScriptExpression ReadOperators(int weakest)
    {
        var start = Current;
        var left = ReadUnary();
        while (BinaryAt(Current.Type) is var (op, binding) && op != ScriptBinaryOperator.None && binding > weakest)
        {
            Move();
            if (!StartsExpression(Current))
            {
                Error(Current, $"Expecting an expression after the operator instead of `{Shown(Current)}`");
                return left;
            }

            var right = ReadOperators(binding);
            left = At(new ScriptBinaryExpression { Left = left, Operator = op, Right = right }, start);
        }

        return left;
    }

    private static (ScriptBinaryOperator Operator, int Binding) BinaryAt(TokenType type) => type switch
    {
        TokenType.DoubleQuestion => (ScriptBinaryOperator.EmptyCoalescing, 20),
        TokenType.QuestionExclamation => (ScriptBinaryOperator.NotEmptyCoalescing, 20),
        TokenType.DoublePipe => (ScriptBinaryOperator.Or, 30),
        TokenType.DoubleAmp => (ScriptBinaryOperator.And, 50),
        TokenType.EqualEqual => (ScriptBinaryOperator.CompareEqual, 60),
        TokenType.ExclamationEqual => (ScriptBinaryOperator.CompareNotEqual, 60),
        TokenType.Less => (ScriptBinaryOperator.CompareLess, 70),
        TokenType.LessEqual => (ScriptBinaryOperator.CompareLessOrEqual, 70),
        TokenType.Greater => (ScriptBinaryOperator.CompareGreater, 70),
        TokenType.GreaterEqual => (ScriptBinaryOperator.CompareGreaterOrEqual, 70),
        TokenType.Plus => (ScriptBinaryOperator.Add, 80),
        TokenType.Minus => (ScriptBinaryOperator.Subtract, 80),
        TokenType.Asterisk => (ScriptBinaryOperator.Multiply, 90),
        TokenType.Divide => (ScriptBinaryOperator.Divide, 90),
        TokenType.DoubleDivide => (ScriptBinaryOperator.DivideRound, 90),
        TokenType.Percent => (ScriptBinaryOperator.Modulus, 90),
        TokenType.LessLess => (ScriptBinaryOperator.ShiftLeft, 90),
        TokenType.GreaterGreater => (ScriptBinaryOperator.ShiftRight, 90),
        TokenType.DoubleDot => (ScriptBinaryOperator.RangeInclude, 100),
        TokenType.DoubleDotLess => (ScriptBinaryOperator.RangeExclude, 100),
        _ => (ScriptBinaryOperator.None, 0),
    };

    private ScriptExpression ReadUnary()
    {
        var start = Current;
        var op = start.Type switch
        {
            TokenType.Exclamation => ScriptUnaryOperator.Not,
            TokenType.Minus => ScriptUnaryOperator.Negate,
            TokenType.Plus => ScriptUnaryOperator.Plus,
            TokenType.At => ScriptUnaryOperator.FunctionAlias,
            TokenType.Caret => ScriptUnaryOperator.FunctionParametersExpand,
            _ => ScriptUnaryOperator.None,
        };
        if (op != ScriptUnaryOperator.None)
        {
            Move();
            if (++_depth > _options.ExpressionDepthLimit)
            {
                Error(start, $"The expression nests deeper than the limit {_options.ExpressionDepthLimit}");
                return At(new ScriptLiteral(), start);
            }

            var right = ReadUnary();
            _depth--;
            return At(new ScriptUnaryExpression { Operator = op, Right = right }, start);
        }

        if (start.Type is TokenType.PlusPlus or TokenType.MinusMinus)
        {
            Move();
            return At(new ScriptIncrementDecrementExpression { Right = ReadUnary(), By = start.Type == TokenType.PlusPlus ? 1 : -1 }, start);
        }

        var path = ReadPath();
        if (Current.Type is TokenType.PlusPlus or TokenType.MinusMinus && path is IScriptVariablePath)
        {
            var by = Current.Type == TokenType.PlusPlus ? 1 : -1;
            Move();
            return At(new ScriptIncrementDecrementExpression { Right = path, By = by, Post = true }, start);
        }

        return path;
    }

    // A value with members, indexes and calls in parentheses behind it.
    private ScriptExpression ReadPath()
    {
        var start = Current;
        var expression = ReadPrimary();
        while (true)
        {
            switch (Current.Type)
            {
                case TokenType.Dot or TokenType.QuestionDot when Next.Type == TokenType.Identifier:
                    var isOptional = Current.Type == TokenType.QuestionDot;
                    Move();
                    var member = Current;
                    Move();
                    var name = At(new ScriptVariableGlobal(NameOf(member)), member);
                    var hasQuestion = Current.Type == TokenType.Question && !Current.SpaceBefore && NameOf(member) == "empty";
                    if (hasQuestion)
                    {
                        Move();
                        name = At(new ScriptVariableGlobal("empty?"), member);
                    }

                    expression = At(new ScriptMemberExpression { Target = expression, Member = name, IsOptional = isOptional }, start);
                    break;
                case TokenType.OpenBracket when !Current.SpaceBefore && expression is not ScriptLiteral:
                    Move();
                    var index = ReadExpression();
                    Expect(TokenType.CloseBracket, "`]`");
                    expression = At(new ScriptIndexerExpression { Target = expression, Index = index }, start);
                    break;
                case TokenType.OpenParen when !Current.SpaceBefore && expression is IScriptVariablePath:
                    expression = ReadParenthesised(start, expression);
                    break;
                case TokenType.Dot or TokenType.QuestionDot:
                    Move();
                    Error(Current, $"Invalid token `{Shown(Current)}`: a member's name must follow the dot");
                    return expression;
                default:
                    return expression;
            }
        }
    }

    private ScriptFunctionCall ReadParenthesised(Token start, ScriptExpression target)
    {
        Move();
        var call = new ScriptFunctionCall { Target = target };
        while (Current.Type != TokenType.CloseParen && StartsExpression(Current))
        {
            call.Arguments.Add(Current.Type == TokenType.Identifier && Next.Type == TokenType.Colon ? ReadArgument() : ReadExpression());
            if (Current.Type != TokenType.Comma)
            {
                break;
            }

            Move();
        }

        Expect(TokenType.CloseParen, "`)`");
        return At(call, start);
    }

    private ScriptExpression ReadPrimary()
    {
        var start = Current;
        Move();
        switch (start.Type)
        {
            case TokenType.Identifier:
                return At(Named(start), start);
            case TokenType.IdentifierSpecial:
                return At(Special(start), start);
            case TokenType.Integer:
                return At(new ScriptLiteral { Value = Literals.Integer(TextOf(start)) }, start);
            case TokenType.HexInteger:
                return At(new ScriptLiteral { Value = Literals.Hex(TextOf(start)) }, start);
            case TokenType.BinaryInteger:
                return At(new ScriptLiteral { Value = Literals.Binary(TextOf(start)) }, start);
            case TokenType.Float:
                return At(new ScriptLiteral { Value = Literals.Float(TextOf(start), _options.ParseFloatAsDecimal) }, start);
            case TokenType.String:
                return At(new ScriptLiteral { Value = Literals.Text(TextOf(start)) }, start);
            case TokenType.VerbatimString:
                return At(new ScriptLiteral { Value = Literals.Verbatim(TextOf(start)) }, start);
            case TokenType.InterpolatedBegin:
                return ReadInterpolated(start);
            case TokenType.OpenParen:
                var inner = ReadExpression();
                Expect(TokenType.CloseParen, "`)`");
                return At(new ScriptNestedExpression { Expression = inner }, start);
            case TokenType.OpenBracket:
                return ReadArray(start);
            case TokenType.OpenBrace:
                return ReadObject(start);
            default:
                Error(start, $"Unexpected token `{Shown(start)}`");
                return At(new ScriptLiteral(), start);
        }
    }

    private ScriptExpression Named(Token token)
    {
        switch (NameOf(token))
        {
            case "true":
                return new ScriptLiteral { Value = true };
            case "false":
                return new ScriptLiteral { Value = false };
            case "null":
                return new ScriptLiteral();
            case "this":
                return new ScriptThisExpression();
            case "do":
                return ReadFunctionRest(token, null) is { } body ? new ScriptAnonymousFunction { Function = body } : null;
            case "for" or "while" or "tablerow" when Current.Type == TokenType.Dot && Next.Type == TokenType.Identifier:
                Move();
                var member = Current;
                Move();
                var name = NameOf(member);
                if (name is not ("index" or "rindex" or "first" or "last" or "even" or "odd" or "changed" or "length" or "col"))
                {
                    Error(member, $"The loop has no member `{name}`");
                }

                return new ScriptLoopMember(name);
            case var word when Keywords.Contains(word):
                Error(token, $"Unexpected keyword `{word}`");
                return new ScriptLiteral();
            case var word:
                return new ScriptVariableGlobal(word);
        }
    }

    private ScriptVariableLocal Special(Token token) => new(TextOf(token)[1..].ToString());

    private ScriptInterpolatedExpression ReadInterpolated(Token start)
    {
        var text = new ScriptInterpolatedExpression();
        while (Current.Type is not (TokenType.InterpolatedEnd or TokenType.Eof))
        {
            if (Current.Type == TokenType.InterpolatedText)
            {
                var piece = Current;
                Move();
                text.Parts.Add(At(new ScriptLiteral { Value = Literals.Unescape(TextOf(piece)) }, piece));
                continue;
            }

            text.Parts.Add(ReadExpression());
            Expect(TokenType.InterpolatedExpressionEnd, "`}`");
        }

        Move();
        return At(text, start);
    }

    private ScriptArrayInitializerExpression ReadArray(Token start)
    {
        var array = new ScriptArrayInitializerExpression();
        while (StartsExpression(Current))
        {
            array.Items.Add(ReadExpression());
            if (Current.Type != TokenType.Comma)
            {
                break;
            }

            Move();
        }

        Expect(TokenType.CloseBracket, "`]`");
        return At(array, start);
    }

    private ScriptObjectInitializerExpression ReadObject(Token start)
    {
        var map = new ScriptObjectInitializerExpression();
        while (Current.Type is TokenType.Identifier or TokenType.String)
        {
            var key = Current.Type == TokenType.String ? Literals.Text(TextOf(Current)) : NameOf(Current);
            Move();
            Expect(TokenType.Colon, "`:`");
            if (!StartsExpression(Current))
            {
                Error(Current, "Expecting a value");
                break;
            }

            map.Items.Add((key, ReadExpression()));
            if (Current.Type != TokenType.Comma)
            {
                break;
            }

            Move();
        }

        Expect(TokenType.CloseBrace, "`}`");
        return At(map, start);
    }

    // An argument may not begin with a sign that could go on with what stands before it: `f -5` is a subtraction.
    private bool StartsArgument() => StartsExpression(Current)
        && Current.Type is not (TokenType.Minus or TokenType.Plus or TokenType.PlusPlus or TokenType.MinusMinus)
        && !(Current.Type == TokenType.Identifier && TextOf(Current) is "in" or "end");

    private bool StartsExpression(Token token) => token.Type is TokenType.Identifier or TokenType.IdentifierSpecial or TokenType.Integer
        or TokenType.HexInteger or TokenType.BinaryInteger or TokenType.Float or TokenType.String or TokenType.VerbatimString
        or TokenType.InterpolatedBegin or TokenType.OpenParen or TokenType.OpenBracket or TokenType.OpenBrace or TokenType.Exclamation
        or TokenType.Minus or TokenType.Plus or TokenType.At or TokenType.Caret or TokenType.PlusPlus or TokenType.MinusMinus;
}
