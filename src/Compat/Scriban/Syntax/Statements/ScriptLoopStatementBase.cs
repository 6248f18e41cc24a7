using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A statement that repeats its body.</summary>
public abstract class ScriptLoopStatementBase : ScriptStatement
{
    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var loop = context.EnterLoop(LoopKind);
        try
        {
            return EvaluateLoop(context, loop);
        }
        finally
        {
            context.ExitLoop();
        }
    }

    internal abstract LoopKind LoopKind { get; }

    internal abstract object EvaluateLoop(TemplateContext context, LoopScope loop);

    /// <summary>Runs the body once. False when the loop is over.</summary>
    private protected static bool RunOnce(TemplateContext context, ScriptBlockStatement body, ref object result)
    {
        result = body.Evaluate(context);
        switch (context.FlowState)
        {
            case ScriptFlowState.Break:
                context.FlowState = ScriptFlowState.None;
                return false;
            case ScriptFlowState.Continue:
                context.FlowState = ScriptFlowState.None;
                return true;
            default:
                return context.FlowState == ScriptFlowState.None;
        }
    }
}
