using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>f a b or f(a, b).</summary>
public class ScriptFunctionCall : ScriptExpression
{
    /// <summary>The function.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The arguments.</summary>
    public ScriptList<ScriptExpression> Arguments { get; set; } = new();

    /// <summary>True for f(a, b).</summary>
    public bool ExplicitCall { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <summary>True for a value that can be called.</summary>
    public static bool IsFunction(object target) => target is IScriptCustomFunction;

    /// <summary>Calls a function with arguments that have been evaluated.</summary>
    public static object Call(TemplateContext context, ScriptNode callerContext, IScriptCustomFunction function, ScriptArray arguments) =>
        context.Invoke(function, callerContext, arguments, null);

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        var function = FunctionCalls.Find(context, Target);
        if (function is IScriptCustomFunction called)
        {
            return FunctionCalls.Call(context, this, called, Arguments, default, block: null);
        }

        if (function is not null)
        {
            throw new ScriptRuntimeException(
                Target.Span, $"Invalid target function `{context.ShortText(function)}` ({context.GetTypeName(function)})");
        }

        return context.EnableRelaxedFunctionAccess ? null : throw FunctionCalls.NotFound(Target);
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Arguments;
}
