using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>while: repeats as long as a condition is true.</summary>
public class ScriptWhileStatement : ScriptLoopStatementBase
{
    /// <summary>What is asked before each round.</summary>
    public ScriptExpression Condition { get; set; }

    /// <summary>What is repeated.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    internal override LoopKind LoopKind => LoopKind.While;

    internal override object EvaluateLoop(TemplateContext context, LoopScope loop)
    {
        object result = null;
        for (var index = 0; ; index++)
        {
            context.StepLoop(this);
            if (!context.ToBool(Condition.Span, context.Value(Condition)))
            {
                return null;
            }

            loop.Index = index;
            if (!RunOnce(context, Body, ref result))
            {
                return result;
            }
        }
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Condition : Body;
}
