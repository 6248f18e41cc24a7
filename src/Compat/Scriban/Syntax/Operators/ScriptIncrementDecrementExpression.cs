namespace Scriban.Syntax;

/// <summary>++ and --: changes a variable by one.</summary>
public class ScriptIncrementDecrementExpression : ScriptUnaryExpression
{
    /// <summary>True when the operator stands behind: the value is then that from before.</summary>
    public bool Post { get; set; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var before = context.Value(Right);
        if (before is null)
        {
            throw new ScriptRuntimeException(Right.Span, "Operator `+` is not supported");
        }

        var change = Operator == ScriptUnaryOperator.Increment ? ScriptBinaryOperator.Add : ScriptBinaryOperator.Subtract;
        var after = ScriptBinaryExpression.Evaluate(context, Right.Span, change, before, 1);
        context.SetValue(Right, after);
        return Post ? before : after;
    }
}
