using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Statements.</summary>
internal sealed partial class Parser
{
    private ScriptBlockStatement ReadBlock(Func<string, bool> ends, bool isPage = false)
    {
        var block = new ScriptBlockStatement();
        var start = Current;
        while (Current.Type != TokenType.Eof)
        {
            switch (Current.Type)
            {
                case TokenType.Raw or TokenType.Escape:
                    var raw = Current;
                    Move();
                    block.Statements.Add(At(new ScriptRawStatement
                    {
                        Source = _text,
                        Start = raw.Start.Offset,
                        Length = raw.End.Offset - raw.Start.Offset + 1,
                        IsEscape = raw.Type == TokenType.Escape,
                    }, raw));
                    continue;
                case TokenType.CodeEnter or TokenType.CodeExit or TokenType.NewLine or TokenType.SemiColon:
                    Move();
                    continue;
            }

            var word = NameOf(Current);
            if (word is "end" or "else" or "when")
            {
                if (ends(word))
                {
                    break;
                }

                Error(Current, word == "end" && isPage ? "Unexpected end statement: there is nothing to end" : $"Unexpected `{word}`");
                Move();
                continue;
            }

            var before = _index;
            if (ReadStatement() is { } statement)
            {
                block.Statements.Add(statement);
            }

            EndStatement(before);
        }

        return At(block, start);
    }

    private void EndStatement(int before)
    {
        if (Current.Type is TokenType.NewLine or TokenType.SemiColon or TokenType.CodeExit or TokenType.Eof)
        {
            return;
        }

        if (_messages.HasErrors is false || _index == before)
        {
            Error(Current, $"Unexpected token `{Shown(Current)}`: a statement ends with a new line, `;` or `}}}}`");
        }

        while (Current.Type is not (TokenType.NewLine or TokenType.SemiColon or TokenType.CodeExit or TokenType.Eof))
        {
            Move();
        }
    }

    private ScriptStatement ReadStatement()
    {
        var start = Current;
        switch (NameOf(start))
        {
            case "if":
                Move();
                return ReadIf(start);
            case "for":
                return Next.Type == TokenType.Dot ? ReadExpressionStatement() : ReadFor(new ScriptForStatement());
            case "while":
                return Next.Type == TokenType.Dot ? ReadExpressionStatement() : ReadWhile();
            case "case":
                return ReadCase();
            case "capture":
                Move();
                var target = ReadUnary();
                return At(new ScriptCaptureStatement { Target = target, Body = ReadBody(start) }, start);
            case "with":
                Move();
                var name = ReadExpression();
                return At(new ScriptWithStatement { Name = name, Body = ReadBody(start) }, start);
            case "wrap":
                Move();
                var call = ReadExpression();
                return At(new ScriptWrapStatement { Target = call, Body = ReadBody(start) }, start);
            case "import":
                Move();
                return At(new ScriptImportStatement { Expression = ReadExpression() }, start);
            case "readonly":
                Move();
                var variable = ReadUnary() as ScriptVariable;
                if (variable is null)
                {
                    Error(start, "Expecting a variable after readonly");
                    return null;
                }

                return At(new ScriptReadOnlyStatement { Variable = variable }, start);
            case "break":
                Move();
                return At(new ScriptBreakStatement(), start);
            case "continue":
                Move();
                return At(new ScriptContinueStatement(), start);
            case "ret":
                Move();
                return At(new ScriptReturnStatement { Expression = StartsExpression(Current) ? ReadExpression() : null }, start);
            case "func":
                return ReadFunction();
            default:
                return ReadExpressionStatement();
        }
    }

    private ScriptStatement ReadExpressionStatement()
    {
        var start = Current;
        if (!StartsExpression(start))
        {
            Error(start, $"Unexpected token `{Shown(start)}`");
            return null;
        }

        var expression = ReadExpression();
        if (expression is ScriptFunctionCall { Target: ScriptVariable } declared && Current.Type == TokenType.Equal && declared.Arguments.All(argument => argument is ScriptVariable))
        {
            Move();
            var parameters = declared.Arguments.Select(argument => new ScriptParameter(((ScriptVariable)argument).Name, false, null, false)).ToList();
            var body = At(new ScriptExpressionStatement { Expression = ReadExpression() }, start);
            return At(new ScriptFunction { NameOrDoToken = declared.Target, Declared = parameters, Body = body }, start);
        }

        return expression is null ? null : At(new ScriptExpressionStatement { Expression = expression }, start);
    }

    private ScriptBlockStatement ReadBody(Token opener)
    {
        var body = ReadBlock(word => word == "end");
        EndBody(opener);
        return body;
    }

    private void EndBody(Token opener)
    {
        if (IsKeyword("end"))
        {
            Move();
        }
        else
        {
            Error(opener, $"The statement `{Shown(opener)}` is not closed: `end` is missing");
        }
    }

    private ScriptIfStatement ReadIf(Token start)
    {
        var condition = ReadExpression();
        var then = ReadBlock(word => word is "end" or "else");
        ScriptConditionStatement otherwise = null;
        if (IsKeyword("else"))
        {
            var mark = Current;
            Move();
            if (IsKeyword("if"))
            {
                Move();
                otherwise = ReadIf(mark);
                return At(new ScriptIfStatement { Condition = condition, Then = then, Else = otherwise }, start);
            }

            otherwise = At(new ScriptElseStatement { Body = ReadBlock(word => word == "end") }, mark);
        }

        EndBody(start);
        return At(new ScriptIfStatement { Condition = condition, Then = then, Else = otherwise }, start);
    }

    private ScriptForStatement ReadFor(ScriptForStatement loop)
    {
        var start = Current;
        Move();
        var variable = ReadPrimary();
        if (variable is not ScriptVariable)
        {
            Error(start, "Expecting a variable after for");
        }

        if (IsKeyword("in"))
        {
            Move();
        }
        else
        {
            Error(Current, "Expecting `in` after the loop variable");
        }

        loop.Variable = variable;
        loop.Iterator = ReadOperators(0);
        while (Current.Type == TokenType.Identifier)
        {
            var option = Current;
            var name = NameOf(option);
            Move();
            ScriptExpression value = null;
            if (Current.Type == TokenType.Colon)
            {
                Move();
                value = ReadUnary();
            }

            if (name is not ("offset" or "limit" or "reversed"))
            {
                Error(option, $"Unknown option `{name}`: a loop takes offset, limit and reversed");
            }

            loop.NamedArguments.Add(At(new ScriptNamedArgument { Name = name, Value = value }, option));
        }

        loop.Body = ReadBlock(word => word is "end" or "else");
        if (IsKeyword("else"))
        {
            var mark = Current;
            Move();
            loop.Else = At(new ScriptElseStatement { Body = ReadBlock(word => word == "end") }, mark);
        }

        EndBody(start);
        return At(loop, start);
    }

    private ScriptWhileStatement ReadWhile()
    {
        var start = Current;
        Move();
        var condition = ReadExpression();
        return At(new ScriptWhileStatement { Condition = condition, Body = ReadBody(start) }, start);
    }

    private ScriptCaseStatement ReadCase()
    {
        var start = Current;
        Move();
        var statement = new ScriptCaseStatement { Value = ReadExpression(), Body = new ScriptBlockStatement() };
        var before = ReadBlock(word => word is "when" or "end" or "else");
        foreach (var stray in before.Statements.Where(stray => stray is not ScriptRawStatement))
        {
            _messages.Add(new LogMessage(ParserMessageType.Error, stray.Span, "Only text may stand between case and its first when"));
        }

        while (IsKeyword("when"))
        {
            var mark = Current;
            Move();
            var when = new ScriptWhenStatement();
            when.Values.Add(ReadOperators(WhenBinding));
            while (Current.Type is TokenType.Comma or TokenType.DoublePipe)
            {
                Move();
                when.Values.Add(ReadOperators(WhenBinding));
            }

            when.Body = ReadBlock(word => word is "when" or "end" or "else");
            statement.Body.Statements.Add(At(when, mark));
        }

        if (IsKeyword("else"))
        {
            var mark = Current;
            Move();
            if (statement.Body.Statements.Count == 0)
            {
                Error(mark, "`else` needs a `when` before it");
            }

            statement.Body.Statements.Add(At(new ScriptElseStatement { Body = ReadBlock(word => word == "end") }, mark));
        }

        EndBody(start);
        return At(statement, start);
    }

    private ScriptFunction ReadFunction()
    {
        var start = Current;
        Move();
        var name = ReadPath();
        return ReadFunctionRest(start, name);
    }

    private ScriptFunction ReadFunctionRest(Token start, ScriptExpression name)
    {
        List<ScriptParameter> declared = null;
        if (Current.Type == TokenType.OpenParen)
        {
            Move();
            declared = [];
            while (Current.Type == TokenType.Identifier)
            {
                declared.Add(ReadParameter());
                if (Current.Type == TokenType.Comma)
                {
                    Move();
                }
            }

            Expect(TokenType.CloseParen, "`)`");
        }

        return At(new ScriptFunction { NameOrDoToken = name, Declared = declared, Body = ReadBody(start) }, start);
    }

    private ScriptParameter ReadParameter()
    {
        var name = NameOf(Current);
        Move();
        if (Current.Type == TokenType.Equal)
        {
            Move();
            return ReadUnary() is ScriptLiteral literal ? new ScriptParameter(name, true, literal.Value, false) : Invalid();
        }

        if (Current.Type == TokenType.DoubleDot && Next.Type == TokenType.Dot)
        {
            Move();
            Move();
            return new ScriptParameter(name, false, null, true);
        }

        return new ScriptParameter(name, false, null, false);

        ScriptParameter Invalid()
        {
            Error(Previous, "The default of a parameter must be a literal");
            return new ScriptParameter(name, true, null, false);
        }
    }
}
