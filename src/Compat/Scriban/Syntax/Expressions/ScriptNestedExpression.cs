namespace Scriban.Syntax;

/// <summary>An expression in parentheses.</summary>
public class ScriptNestedExpression : ScriptExpression, IScriptVariablePath
{
    /// <summary>Creates empty parentheses.</summary>
    public ScriptNestedExpression()
    {
    }

    /// <summary>Creates parentheses around an expression.</summary>
    public ScriptNestedExpression(ScriptExpression expression) => Expression = expression;

    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        return context.Value(Expression);
    }

    /// <inheritdoc />
    public object GetValue(TemplateContext context) => Evaluate(context);

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object valueToSet) => context.SetValue(Expression, valueToSet);

    /// <inheritdoc />
    public string GetFirstPath() => (Expression as IScriptVariablePath)?.GetFirstPath();

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Expression;
}
