namespace Scriban.Syntax;

/// <summary>target = value, or with an operator in front of the sign.</summary>
public class ScriptAssignExpression : ScriptExpression
{
    /// <summary>What is assigned to.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The value, or the right side of the operator.</summary>
    public ScriptExpression Value { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    internal ScriptBinaryOperator Operator { get; init; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        object value;
        if (Operator == ScriptBinaryOperator.None)
        {
            value = context.Value(Value);
        }
        else
        {
            var left = context.Value(Target);
            value = ScriptBinaryExpression.Evaluate(context, Span, Operator, Target.Span, left, Value.Span, context.Value(Value));
        }

        context.SetValue(Target, value);
        return null;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Value;
}
