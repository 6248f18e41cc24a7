using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>from | to: calls a function with a value as its first argument.</summary>
public class ScriptPipeCall : ScriptExpression
{
    /// <summary>The value.</summary>
    public ScriptExpression From { get; set; }

    /// <summary>The function or a call of it.</summary>
    public ScriptExpression To { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        var from = context.Value(From);
        var call = To as ScriptFunctionCall;
        var target = call?.Target ?? To;
        var function = FunctionCalls.Find(context, target);
        if (function is not IScriptCustomFunction called)
        {
            throw function is null && target is IScriptVariablePath && context.RenderRuntimeException is null
                ? FunctionCalls.NotFound(target)
                : new ScriptRuntimeException(target.Span, $"Pipe expression destination `{target}` is not a valid function ");
        }

        var arguments = call?.Arguments ?? ScriptList<ScriptExpression>.Empty;
        return FunctionCalls.Call(context, To, called, arguments, new PipedValue(From, from), block: null);
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? From : To;
}
