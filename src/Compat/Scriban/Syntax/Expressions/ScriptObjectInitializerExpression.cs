using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>{name: value}.</summary>
public class ScriptObjectInitializerExpression : ScriptExpression
{
    /// <summary>The members.</summary>
    public ScriptList<ScriptObjectMember> Members { get; set; } = new();

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <summary>A new object; each member can read those before it by name.</summary>
    public override object Evaluate(TemplateContext context)
    {
        context.EnsureStack(this);
        var result = new ScriptObject();
        if (Members.Count == 0)
        {
            return result;
        }

        context.PushGlobal(result);
        try
        {
            foreach (var member in Members.Items)
            {
                result.SetValue(member.Key, context.Value(member.Value), readOnly: false);
            }
        }
        finally
        {
            context.PopGlobal();
        }

        return result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => Members;
}

/// <summary>A member of an object initializer.</summary>
public class ScriptObjectMember : ScriptNode
{
    /// <summary>A variable or a string.</summary>
    public ScriptExpression Name { get; set; }

    /// <summary>The value.</summary>
    public ScriptExpression Value { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    internal string Key => Name is ScriptVariable variable ? variable.Name : (Name as ScriptLiteral)?.Value?.ToString();

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => context.Value(Value);

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Name : Value;
}
