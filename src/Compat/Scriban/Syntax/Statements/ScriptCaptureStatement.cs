using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>capture: what the body prints becomes the value of a variable.</summary>
public class ScriptCaptureStatement : ScriptStatement
{
    /// <summary>What the text is assigned to.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>What prints the text.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        // The official engine assigns the buffer, not its text; nothing writes to it any more, but its members are not a string's.
        context.PushOutput();
        object result;
        IScriptOutput captured;
        try
        {
            result = Body.Evaluate(context);
        }
        finally
        {
            captured = context.PopOutput();
        }

        context.SetValue(Target, captured);
        return result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Body;
}
