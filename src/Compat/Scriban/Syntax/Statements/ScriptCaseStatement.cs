namespace Scriban.Syntax;

/// <summary>case: the first when with an equal value is run.</summary>
public class ScriptCaseStatement : ScriptConditionStatement
{
    /// <summary>The value compared.</summary>
    public ScriptExpression Value { get; set; }

    /// <summary>Holds the first when or else.</summary>
    public ScriptBlockStatement Body { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var value = context.Value(Value);
        ScriptConditionStatement next = null;
        foreach (var statement in Body.Statements.Items)
        {
            next ??= statement as ScriptConditionStatement;
        }

        while (next is ScriptWhenStatement when)
        {
            if (when.Matches(context, Value.Span, value))
            {
                return when.Body.Evaluate(context);
            }

            next = when.Next;
        }

        return next?.Evaluate(context);
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Value : Body;
}
