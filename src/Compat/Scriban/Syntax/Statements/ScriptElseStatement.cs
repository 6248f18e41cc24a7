namespace Scriban.Syntax;

/// <summary>The block for everything else.</summary>
public class ScriptElseStatement : ScriptConditionStatement
{
    /// <summary>The block.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Body?.Evaluate(context);

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Body;
}
