namespace Scriban.Syntax;

/// <summary>A value written in the template.</summary>
public class ScriptLiteral : ScriptExpression
{
    /// <summary>Creates null.</summary>
    public ScriptLiteral()
    {
    }

    /// <summary>Creates a value.</summary>
    public ScriptLiteral(object value) => Value = value;

    /// <summary>The value.</summary>
    public object Value { get; set; }

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Value;
}
