namespace Scriban.Syntax;

/// <summary>condition ? then : else.</summary>
public class ScriptConditionalExpression : ScriptExpression
{
    /// <summary>What is asked.</summary>
    public ScriptExpression Condition { get; set; }

    /// <summary>The value when it is true.</summary>
    public ScriptExpression ThenValue { get; set; }

    /// <summary>The value when it is not.</summary>
    public ScriptExpression ElseValue { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 3;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        return context.Value(context.ToBool(Condition.Span, context.Value(Condition)) ? ThenValue : ElseValue);
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index switch
    {
        0 => Condition,
        1 => ThenValue,
        _ => ElseValue,
    };
}
