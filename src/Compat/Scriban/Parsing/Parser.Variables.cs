using System.Globalization;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Reads names.</summary>
internal sealed partial class Parser
{
    private ScriptExpression ReadVariable()
    {
        var start = Current.Start;
        var span = CurrentSpan;
        var name = CurrentText;
        if (Is(TokenType.IdentifierSpecial))
        {
            Advance();
            return ReadLocal(name[1..], span, start);
        }

        switch (name)
        {
            case "true":
                Advance();
                return new ScriptLiteral(Boxed.True) { Span = span };
            case "false":
                Advance();
                return new ScriptLiteral(Boxed.False) { Span = span };
            case "null":
                Advance();
                return new ScriptLiteral { Span = span };
            case "this":
                Advance();
                return new ScriptThisExpression { Span = span };
            case "for" when Next.Type == TokenType.Dot:
                return ReadLoopVariable(LoopKind.For, "for", start);
            case "while" when Next.Type == TokenType.Dot:
                return ReadLoopVariable(LoopKind.While, "while", start);
            case "tablerow" when Next.Type == TokenType.Dot:
                return ReadLoopVariable(LoopKind.TableRow, "tablerow", start);
            default:
                var result = new ScriptVariableGlobal(_names[name]) { Span = span };
                Advance();
                return result;
        }
    }

    /// <summary>$0 and the like are items of $.</summary>
    private ScriptExpression ReadLocal(ReadOnlySpan<char> name, SourceSpan span, TextPosition start)
    {
        if (name.Length > 0 && char.IsAsciiDigit(name[0]) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return Close(
                new ScriptIndexerExpression
                {
                    Target = new ScriptVariableLocal(string.Empty) { Span = span },
                    Index = new ScriptLiteral(Boxed.Of(index)) { Span = span },
                },
                start);
        }

        return new ScriptVariableLocal(_names[name]) { Span = span };
    }

    private ScriptLoopVariable ReadLoopVariable(LoopKind kind, string word, TextPosition start)
    {
        var span = CurrentSpan;
        Advance();
        Advance();
        var name = CurrentText;
        LoopMember? member = name switch
        {
            "index" => LoopMember.Index,
            "first" => LoopMember.First,
            "even" => LoopMember.Even,
            "odd" => LoopMember.Odd,
            "last" when kind != LoopKind.While => LoopMember.Last,
            "rindex" when kind != LoopKind.While => LoopMember.RIndex,
            "changed" when kind != LoopKind.While => LoopMember.Changed,
            "length" when kind != LoopKind.While => LoopMember.Length,
            "col" when kind == LoopKind.TableRow => LoopMember.Column,
            _ => null,
        };
        if (member is null)
        {
            Error(span, kind == LoopKind.While
                ? $"The loop variable <{word}.{name}> is invalid"
                : $"The loop variable <{word}.{name}> is not supported");
        }

        if (Is(TokenType.Identifier))
        {
            Advance();
        }

        return Close(new ScriptLoopVariable(kind, member ?? LoopMember.Index, word + "." + name.ToString()), start);
    }
}
