namespace Scriban.Syntax;

/// <summary>A whole template.</summary>
public class ScriptPage : ScriptNode
{
    /// <summary>The code in front of the text; null without any. Rendering does not run it.</summary>
    public ScriptFrontMatter FrontMatter { get; set; }

    /// <summary>The text and code.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <summary>Runs the body; the value is that of ret, or of the last statement when nothing is printed.</summary>
    public override object Evaluate(TemplateContext context)
    {
        context.FlowState = ScriptFlowState.None;
        try
        {
            return Body?.Evaluate(context);
        }
        finally
        {
            context.FlowState = ScriptFlowState.None;
        }
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? FrontMatter : Body;
}
