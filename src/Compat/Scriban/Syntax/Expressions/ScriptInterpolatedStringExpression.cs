using System.Text;

namespace Scriban.Syntax;

/// <summary>$"text {expression}": the parts are printed by .NET's own rules and the thread's culture.</summary>
public class ScriptInterpolatedStringExpression : ScriptExpression
{
    /// <summary>Texts and expressions in turn.</summary>
    public ScriptList<ScriptExpression> Parts { get; set; } = new();

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        var result = new StringBuilder();
        foreach (var part in Parts.Items)
        {
            var value = context.Value(part);
            Functions.FormatText.CheckDigits(value);
            result.Append(value);
            context.CheckText(Span, result.Length);
            if (context.LimitToString > 0 && result.Length > context.LimitToString)
            {
                throw new ScriptRuntimeException(Span, $"Interpolated string exceeds LimitToString `{context.LimitToString}`.");
            }
        }

        return result.ToString();
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Parts;
}

/// <summary>An expression in an interpolated string.</summary>
public class ScriptInterpolatedExpression : ScriptExpression
{
    /// <summary>Creates an empty part.</summary>
    public ScriptInterpolatedExpression()
    {
    }

    /// <summary>Creates a part.</summary>
    public ScriptInterpolatedExpression(ScriptExpression expression) => Expression = expression;

    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => context.Value(Expression);

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Expression;
}
