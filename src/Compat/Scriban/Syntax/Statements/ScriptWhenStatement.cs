using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>when: one branch of a case.</summary>
public class ScriptWhenStatement : ScriptConditionStatement
{
    /// <summary>The values that choose this branch.</summary>
    public ScriptList<ScriptExpression> Values { get; set; } = new();

    /// <summary>What is done then.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <summary>The next when or else; may be null.</summary>
    public ScriptConditionStatement Next { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 3;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Body.Evaluate(context);

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index switch
    {
        0 => Values,
        1 => Body,
        _ => Next,
    };

    internal bool Matches(TemplateContext context, SourceSpan span, object value)
    {
        foreach (var candidate in Values.Items)
        {
            var equal = ScriptBinaryExpression.Evaluate(
                context, candidate.Span, ScriptBinaryOperator.CompareEqual, span, value, candidate.Span, context.Value(candidate));
            if (equal is true)
            {
                return true;
            }
        }

        return false;
    }
}
