using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads arguments and functions.</summary>
internal sealed partial class Parser
{
    private ScriptFunctionCall ReadExplicitCall(ScriptExpression target, TextPosition start)
    {
        var call = new ScriptFunctionCall { Target = target, ExplicitCall = true };
        Open();
        while (!Is(TokenType.CloseParen))
        {
            if (!IsStartOfExpression())
            {
                Error(CurrentSpan, "Expecting an expression for argument function calls instead of this token.");
                SkipStatement();
                return null;
            }

            var argument = IsNamedArgumentNext() ? ReadNamedArgument() : ReadInside();
            if (argument is null)
            {
                return null;
            }

            call.Arguments.Add(argument);
            if (Is(TokenType.Comma))
            {
                Advance();
            }
            else if (!Is(TokenType.CloseParen))
            {
                Error(CurrentSpan, "Expecting a comma to separate arguments in a function call.");
                SkipStatement();
                return null;
            }
        }

        _freeNewLines--;
        Advance();
        return Close(call, start);
    }

    private void ReadNamedArguments(ScriptFunctionCall call)
    {
        while (IsNamedArgumentNext())
        {
            call.Arguments.Add(ReadNamedArgument());
        }
    }

    /// <summary>Reads name: value, or a name alone.</summary>
    private ScriptNamedArgument ReadNamedArgument()
    {
        var start = Current.Start;
        var result = new ScriptNamedArgument { Name = new ScriptVariableGlobal(_names[CurrentText]) { Span = CurrentSpan } };
        Advance();
        if (Is(TokenType.Colon))
        {
            Advance();
            result.Value = ReadBasic();
            if (result.Value is null)
            {
                ExpectedExpression("named argument", "<name>: <expression>");
                SkipStatement();
            }
        }

        return Close(result, start);
    }

    private ScriptFunction ReadFunction()
    {
        const string Syntax = "func <variable> ... end";
        var start = Current.Start;
        Advance();
        var result = new ScriptFunction();
        if (Is(TokenType.Identifier) || Is(TokenType.IdentifierSpecial))
        {
            result.NameOrDoToken = ReadVariable();
        }

        if (result.NameOrDoToken is not ScriptVariable)
        {
            ExpectedExpression("function statement", Syntax);
            SkipStatement();
        }

        ReadFunctionBody(result, "function statement", Syntax);
        return Close(result, start);
    }

    private ScriptAnonymousFunction ReadAnonymousFunction()
    {
        var start = Current.Start;
        var (depth, free, indent) = (_depth, _freeNewLines, _indent);
        _freeNewLines = 0;
        Advance();
        var function = new ScriptFunction();
        ReadFunctionBody(function, "function statement", "do ... end");
        (_depth, _freeNewLines, _indent) = (depth, free, indent);
        _endsWithDo = true;
        return Close(new ScriptAnonymousFunction { Function = Close(function, start) }, start);
    }

    private void ReadFunctionBody(ScriptFunction function, string name, string syntax)
    {
        if (Is(TokenType.OpenParen))
        {
            function.Parameters = ReadParameters();
            Describe(function);
        }

        ExpectEndOfStatement();
        function.Body = ReadBlock(Block.Other, name, syntax, out _);
    }

    private ScriptList<ScriptParameter> ReadParameters()
    {
        var result = new ScriptList<ScriptParameter>();
        Advance();
        while (!Is(TokenType.CloseParen))
        {
            if (ReadParameter(result) is not { } parameter)
            {
                SkipStatement();
                return result;
            }

            result.Add(parameter);
            if (Is(TokenType.Comma))
            {
                Advance();
            }
            else if (!Is(TokenType.CloseParen))
            {
                Error(CurrentSpan, "Expecting a comma to separate arguments in a function call.");
                SkipStatement();
                return result;
            }
        }

        Advance();
        return result;
    }

    private ScriptParameter ReadParameter(ScriptList<ScriptParameter> before)
    {
        if (!Is(TokenType.Identifier))
        {
            Error(CurrentSpan, "Expecting an identifier for a parameter of a function.");
            return null;
        }

        var start = Current.Start;
        var span = CurrentSpan;
        var variable = new ScriptVariableGlobal(_names[CurrentText]) { Span = span };
        Advance();
        if (Is(TokenType.TripleDot))
        {
            Advance();
            return Close(new ScriptParameter { Name = variable, IsRest = true }, start);
        }

        if (Is(TokenType.Equal))
        {
            Advance();
            var sign = Is(TokenType.Minus) ? -1 : 1;
            if (sign < 0)
            {
                Advance();
            }

            if (ReadPrimaryLiteral() is not { } literal)
            {
                Error(CurrentSpan, "Expecting a literal for the default value of a parameter.");
                return null;
            }

            if (sign < 0)
            {
                literal.Value = ScriptUnaryExpression.Evaluate(null, literal.Span, ScriptUnaryOperator.Negate, literal.Value);
            }

            return Close(new ScriptParameter { Name = variable, DefaultValue = literal }, start);
        }

        if (before.Count > 0 && before[before.Count - 1] is { DefaultValue: not null })
        {
            Error(span, "Cannot declare a normal parameter after an optional parameter.");
        }

        return Close(new ScriptParameter { Name = variable }, start);
    }

    private ScriptLiteral ReadPrimaryLiteral() => IsStartOfExpression() ? ReadPrimary() as ScriptLiteral : null;

    /// <summary>Reads f(x, y) = expression, whose left side has been read as a call.</summary>
    private ScriptExpression ReadFunctionOf(ScriptFunctionCall header, TextPosition start)
    {
        var function = new ScriptFunction { NameOrDoToken = header.Target, Parameters = new ScriptList<ScriptParameter>() };
        foreach (var argument in header.Arguments)
        {
            if (argument is not ScriptVariableGlobal variable || header.Target is not ScriptVariable)
            {
                Error(argument.Span, "The parameters of a function must be plain names.");
                SkipStatement();
                return null;
            }

            function.Parameters.Add(new ScriptParameter { Name = variable, Span = variable.Span });
        }

        Describe(function);
        Advance();
        var bodyStart = Current.Start;
        var body = ReadBranch("function declaration", "<name>(<parameters>) = <expression>", Precedence.None);
        if (body is null)
        {
            return null;
        }

        function.Body = Close(new ScriptExpressionStatement { Expression = body }, bodyStart);
        return Close(new ScriptFunctionDeclaration(Close(function, start)), start);
    }

    private static void Describe(ScriptFunction function)
    {
        var required = 0;
        var hasRest = false;
        foreach (var parameter in function.Parameters)
        {
            hasRest |= parameter.IsRest;
            required += parameter.IsRest || parameter.DefaultValue is not null ? 0 : 1;
        }

        function.RequiredParameterCount = required;
        function.VarParamKind = hasRest ? Runtime.ScriptVarParamKind.LastParameter : Runtime.ScriptVarParamKind.None;
    }
}
