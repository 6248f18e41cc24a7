using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads [a, b] and {a: b}.</summary>
internal sealed partial class Parser
{
    private ScriptArrayInitializerExpression ReadArray()
    {
        var start = Current.Start;
        var result = new ScriptArrayInitializerExpression();
        Open();
        while (!Is(TokenType.CloseBracket))
        {
            if (!IsStartOfExpression())
            {
                ExpectedExpression("array initializer", "[item1, item2,...]");
                break;
            }

            if (ReadInside() is not { } value)
            {
                return null;
            }

            result.Values.Add(value);
            if (!Is(TokenType.Comma))
            {
                break;
            }

            Advance();
        }

        return CloseBracket(TokenType.CloseBracket, "]") ? Close(result, start) : null;
    }

    private ScriptObjectInitializerExpression ReadObject()
    {
        var start = Current.Start;
        var result = new ScriptObjectInitializerExpression();
        Open();
        while (!Is(TokenType.CloseBrace))
        {
            if (ReadObjectMember() is not { } member)
            {
                SkipStatement();
                return null;
            }

            result.Members.Add(member);
            if (!Is(TokenType.Comma))
            {
                break;
            }

            Advance();
        }

        return CloseBracket(TokenType.CloseBrace, "}") ? Close(result, start) : null;
    }

    private ScriptObjectMember ReadObjectMember()
    {
        var start = Current.Start;
        if (!Is(TokenType.Identifier) && !Is(TokenType.String))
        {
            Error(
                CurrentSpan,
                $"Unexpected token `{Shortened(CurrentText)}` while parsing object initializer. Expecting a simple identifier for the member name.");
            return null;
        }

        var nameText = CurrentText;
        ScriptExpression name;
        if (Is(TokenType.String))
        {
            var literal = ReadString();
            name = literal;
            if (literal.Value is "")
            {
                Error(literal.Span, "Expecting a non-empty name for the member of an object initializer.");
                return null;
            }
        }
        else
        {
            name = new ScriptVariableGlobal(_names[nameText]) { Span = CurrentSpan };
            Advance();
        }

        if (!Is(TokenType.Colon))
        {
            Error(
                CurrentSpan,
                $"Unexpected token `{Shortened(CurrentText)}` Expecting a colon : after identifier `{nameText}` for object initializer member name");
            return null;
        }

        Advance();
        if (!IsStartOfExpression())
        {
            Error(CurrentSpan, $"Unexpected token `{Shortened(CurrentText)}`. Expecting an expression for the value of the member.");
            return null;
        }

        return ReadInside() is { } value ? Close(new ScriptObjectMember { Name = name, Value = value }, start) : null;
    }
}
