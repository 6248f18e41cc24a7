using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>[a, b].</summary>
public class ScriptArrayInitializerExpression : ScriptExpression
{
    /// <summary>The items.</summary>
    public ScriptList<ScriptExpression> Values { get; set; } = new();

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        var result = new ScriptArray(Values.Count);
        foreach (var value in Values.Items)
        {
            result.Add(context.Value(value));
        }

        return result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Values;
}
