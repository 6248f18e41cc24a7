namespace Scriban.Syntax;

/// <summary>wrap: calls a function that can run the body by naming it $$.</summary>
public class ScriptWrapStatement : ScriptStatement
{
    /// <summary>The function or a call of it.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The block the function is given.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var call = Target as ScriptFunctionCall;
        var target = call?.Target ?? Target;
        var function = FunctionCalls.Find(context, target);
        if (function is not Runtime.IScriptCustomFunction called)
        {
            throw new ScriptRuntimeException(
                target.Span, $"Expecting a direct function instead of the expression `{target}/{SourceText.KindOf(target)}`");
        }

        return FunctionCalls.Call(context, Target, called, call?.Arguments ?? ScriptList<ScriptExpression>.Empty, default, Body);
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Body;
}
