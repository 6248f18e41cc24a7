namespace Scriban.Syntax;

/// <summary>name: value in a call or a loop.</summary>
public class ScriptNamedArgument : ScriptExpression
{
    /// <summary>The name.</summary>
    public ScriptVariable Name { get; set; }

    /// <summary>The value; null for an option that stands alone.</summary>
    public ScriptExpression Value { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Value is null ? true : context.Value(Value);

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Name : Value;
}
