namespace Scriban.Syntax;

/// <summary>readonly: protects a variable that exists.</summary>
public class ScriptReadOnlyStatement : ScriptStatement
{
    /// <summary>The variable.</summary>
    public ScriptVariable Variable { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.SetReadOnly(Variable);
        return null;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Variable;
}
