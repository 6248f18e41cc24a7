namespace Scriban.Syntax;

/// <summary>import: copies an object's members into the current object.</summary>
public class ScriptImportStatement : ScriptStatement
{
    /// <summary>The object.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.Import(Expression.Span, context.Value(Expression));
        return null;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Expression;
}
