namespace Scriban.Syntax;

/// <summary>A statement with a condition.</summary>
public abstract class ScriptConditionStatement : ScriptStatement
{
}

/// <summary><c>if</c> and <c>else if</c>.</summary>
public class ScriptIfStatement : ScriptConditionStatement
{
    /// <summary>The condition.</summary>
    public ScriptExpression Condition { get; set; }

    /// <summary>What is done when it holds.</summary>
    public ScriptBlockStatement Then { get; set; }

    /// <summary>What is done when it does not; null for nothing.</summary>
    public ScriptConditionStatement Else { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 3;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ToBool(Condition.Span, context.Evaluate(Condition)))
        {
            return context.Evaluate(Then);
        }

        return Else is null ? null : context.Evaluate(Else);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index switch { 0 => Condition, 1 => Then, _ => Else };
}

/// <summary><c>else</c>.</summary>
public class ScriptElseStatement : ScriptConditionStatement
{
    /// <summary>Its body.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Evaluate(Body);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Body;
}

/// <summary><c>case</c>: the first matching <c>when</c> is done.</summary>
public class ScriptCaseStatement : ScriptConditionStatement
{
    /// <summary>What is compared.</summary>
    public ScriptExpression Value { get; set; }

    /// <summary>The branches, <see cref="ScriptWhenStatement"/> and at last perhaps <see cref="ScriptElseStatement"/>.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var value = context.Evaluate(Value);
        foreach (var statement in Body.Statements)
        {
            if (statement is ScriptElseStatement otherwise)
            {
                return context.Evaluate(otherwise);
            }

            if (statement is ScriptWhenStatement when && when.Values.Any(candidate => IsMatch(context, value, candidate)))
            {
                return context.Evaluate(when.Body);
            }
        }

        return null;
    }

    private bool IsMatch(TemplateContext context, object value, ScriptExpression candidate) =>
        (bool)ScriptOperators.Evaluate(context, candidate.Span, ScriptBinaryOperator.CompareEqual, Value.Span, value, candidate.Span, context.Evaluate(candidate));

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Value : Body;
}

/// <summary><c>when</c>.</summary>
public class ScriptWhenStatement : ScriptConditionStatement
{
    /// <summary>The values it is for.</summary>
    public IList<ScriptExpression> Values { get; } = new List<ScriptExpression>();

    /// <summary>Its body.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => Values.Count + 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Evaluate(Body);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index < Values.Count ? Values[index] : Body;
}
