namespace Scriban.Syntax;

/// <summary>do … end as a value.</summary>
public class ScriptAnonymousFunction : ScriptExpression
{
    /// <summary>The function.</summary>
    public ScriptFunction Function { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Function;

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Function;
}
