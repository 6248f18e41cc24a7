namespace Scriban.Syntax;

/// <summary>An expression on its own; its value is printed, unless it is an assignment.</summary>
public class ScriptExpressionStatement : ScriptStatement
{
    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override bool CanOutput => Expression is not ScriptAssignExpression;

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var result = context.Value(Expression);

        // The block of a wrap is run by naming it: $$
        return result is ScriptBlockStatement block ? context.Evaluate(block) : result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Expression;
}
