namespace Scriban.Syntax;

/// <summary>A declared parameter of a function.</summary>
public class ScriptParameter : ScriptNode
{
    /// <summary>Its name.</summary>
    public ScriptVariable Name { get; set; }

    /// <summary>Its value when the call gives none; null for a required one.</summary>
    public ScriptLiteral DefaultValue { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    internal bool IsRest { get; init; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => null;

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Name : DefaultValue;
}
