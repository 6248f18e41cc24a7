using System.Runtime.CompilerServices;
using System.Text;

namespace Scriban.Syntax;

/// <summary>Writes a node as code for messages; long code is cut.</summary>
internal static class SourceText
{
    private const int Longest = 400;

    public static string Of(ScriptNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    public static string KindOf(ScriptExpression node) => node switch
    {
        ScriptVariable => "variable",
        ScriptLiteral => "literal",
        _ => "expression",
    };

    private static void Append(StringBuilder text, ScriptNode node)
    {
        if (text.Length > Longest || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        switch (node)
        {
            case null:
                break;
            case ScriptVariable variable:
                text.Append(variable.Name);
                break;
            case ScriptLiteral literal:
                AppendLiteral(text, literal.Value);
                break;
            case ScriptMemberExpression member:
                Append(text, member.Target);
                text.Append(member.IsNullSafe ? "?." : ".").Append(member.Member.Name).Append(node is ScriptIsEmptyExpression ? "?" : "");
                break;
            case ScriptIndexerExpression indexer:
                Append(text, indexer.Target);
                Enclose(text, '[', indexer.Index, ']');
                break;
            case ScriptNestedExpression nested:
                Enclose(text, '(', nested.Expression, ')');
                break;
            case ScriptThisExpression:
                text.Append("this");
                break;
            case ScriptIncrementDecrementExpression { Post: true } change:
                Append(text, change.Right);
                text.Append(change.OperatorAsText);
                break;
            case ScriptUnaryExpression unary:
                text.Append(unary.OperatorAsText);
                Append(text, unary.Right);
                break;
            case ScriptBinaryExpression binary:
                Append(text, binary.Left);
                text.Append(' ').Append(binary.OperatorAsText).Append(' ');
                Append(text, binary.Right);
                break;
            case ScriptPipeCall pipe:
                Append(text, pipe.From);
                text.Append(" | ");
                Append(text, pipe.To);
                break;
            case ScriptFunctionCall call:
                AppendCall(text, call);
                break;
            case ScriptNamedArgument argument:
                text.Append(argument.Name.Name);
                text.Append(argument.Value is null ? "" : ":");
                Append(text, argument.Value);
                break;
            case ScriptArrayInitializerExpression array:
                text.Append('[');
                AppendAll(text, array.Values, ", ");
                text.Append(']');
                break;
            case ScriptObjectInitializerExpression:
                text.Append("{...}");
                break;
            case ScriptForStatement loop:
                text.Append("for ");
                Append(text, loop.Variable);
                text.Append(" in ");
                Append(text, loop.Iterator);
                break;
            default:
                text.Append('<').Append(node.GetType().Name).Append('>');
                break;
        }
    }

    private static void AppendCall(StringBuilder text, ScriptFunctionCall call)
    {
        Append(text, call.Target);
        text.Append(call.ExplicitCall ? '(' : ' ');
        AppendAll(text, call.Arguments, call.ExplicitCall ? "," : " ");
        text.Append(call.ExplicitCall ? ")" : "");
    }

    private static void AppendAll(StringBuilder text, ScriptList<ScriptExpression> nodes, string separator)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            text.Append(i > 0 ? separator : "");
            Append(text, nodes[i]);
        }
    }

    private static void Enclose(StringBuilder text, char open, ScriptNode node, char close)
    {
        text.Append(open);
        Append(text, node);
        text.Append(close);
    }

    private static void AppendLiteral(StringBuilder text, object value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string literal:
                text.Append('\'').Append(literal.Length > Longest ? literal[..Longest] : literal).Append('\'');
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            default:
                text.Append(value);
                break;
        }
    }
}
