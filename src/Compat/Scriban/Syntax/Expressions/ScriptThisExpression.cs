namespace Scriban.Syntax;

/// <summary>this: the current object.</summary>
public class ScriptThisExpression : ScriptExpression, IScriptVariablePath
{
    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => context.CurrentGlobal;

    /// <inheritdoc />
    public object GetValue(TemplateContext context) => context.CurrentGlobal;

    /// <summary>Always fails: the current object cannot be replaced.</summary>
    public void SetValue(TemplateContext context, object valueToSet) => throw new ScriptRuntimeException(Span, "Cannot set this variable");

    /// <inheritdoc />
    public string GetFirstPath() => "this";
}
