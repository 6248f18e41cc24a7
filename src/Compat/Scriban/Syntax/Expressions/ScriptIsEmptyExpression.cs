namespace Scriban.Syntax;

/// <summary>target.empty?</summary>
public class ScriptIsEmptyExpression : ScriptMemberExpression
{
    /// <inheritdoc />
    public override object GetValue(TemplateContext context) => context.IsEmpty(Span, context.Value(Target));

    /// <summary>Always fails: emptiness cannot be set.</summary>
    public override void SetValue(TemplateContext context, object valueToSet) =>
        throw new ScriptRuntimeException(Span, "Cannot set the .empty? property");
}
