namespace Scriban.Syntax;

/// <summary>break: ends the innermost loop.</summary>
public class ScriptBreakStatement : ScriptStatement
{
    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.LeaveLoop(this, "break", ScriptFlowState.Break);
        return null;
    }
}

/// <summary>continue: begins the next round of the innermost loop.</summary>
public class ScriptContinueStatement : ScriptStatement
{
    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.LeaveLoop(this, "continue", ScriptFlowState.Continue);
        return null;
    }
}

/// <summary>ret: ends the function, the include or the page.</summary>
public class ScriptReturnStatement : ScriptStatement
{
    /// <summary>The value given back; may be null.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var result = Expression is null ? null : context.Value(Expression);
        context.FlowState = ScriptFlowState.Return;
        return result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Expression;
}

/// <summary>end: closes a block; does nothing itself.</summary>
public class ScriptEndStatement : ScriptStatement
{
    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => null;
}
