using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A literal.</summary>
public class ScriptLiteral : ScriptExpression
{
    /// <summary>Its value.</summary>
    public object Value { get; set; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Value;
}

/// <summary>A string with expressions in it.</summary>
public class ScriptInterpolatedExpression : ScriptExpression
{
    internal List<ScriptExpression> Parts { get; } = [];

    /// <inheritdoc />
    public override int ChildrenCount => Parts.Count;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return string.Concat(Parts.Select(part => context.Evaluate(part)?.ToString()));
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Parts[index];
}

/// <summary><c>[1, 2]</c>.</summary>
public class ScriptArrayInitializerExpression : ScriptExpression
{
    internal List<ScriptExpression> Items { get; } = [];

    /// <inheritdoc />
    public override int ChildrenCount => Items.Count;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var array = new ScriptArray();
        foreach (var item in Items)
        {
            array.Add(context.Evaluate(item));
        }

        return array;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Items[index];
}

/// <summary><c>{ a: 1 }</c>.</summary>
public class ScriptObjectInitializerExpression : ScriptExpression
{
    internal List<(string Name, ScriptExpression Value)> Items { get; } = [];

    /// <inheritdoc />
    public override int ChildrenCount => Items.Count;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var map = new ScriptObject();
        foreach (var (name, value) in Items)
        {
            map[name] = context.Evaluate(value);
        }

        return map;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Items[index].Value;
}

/// <summary>An expression in parentheses.</summary>
public class ScriptNestedExpression : ScriptExpression
{
    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Evaluate(Expression);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Expression;
}
