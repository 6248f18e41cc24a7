namespace Scriban.Syntax;

/// <summary>if, else if, else.</summary>
public class ScriptIfStatement : ScriptConditionStatement
{
    /// <summary>What is asked.</summary>
    public ScriptExpression Condition { get; set; }

    /// <summary>What is done when it is true.</summary>
    public ScriptBlockStatement Then { get; set; }

    /// <summary>What is done when it is not; may be null.</summary>
    public ScriptConditionStatement Else { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 3;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        var branch = this;
        while (true)
        {
            if (context.ToBool(branch.Condition.Span, context.Value(branch.Condition)))
            {
                return branch.Then.Evaluate(context);
            }

            if (branch.Else is not ScriptIfStatement next)
            {
                return branch.Else?.Evaluate(context);
            }

            branch = next;
        }
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index switch
    {
        0 => Condition,
        1 => Then,
        _ => Else,
    };
}
