using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>include: the output of another text.</summary>
public sealed class IncludeFunction : IScriptCustomFunction
{
    /// <inheritdoc />
    public int RequiredParameterCount => 1;

    /// <inheritdoc />
    public int ParameterCount => 1;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    /// <inheritdoc />
    public Type ReturnType => typeof(object);

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) =>
        index == 0 ? new ScriptParameterInfo(typeof(string), "template_name") : new ScriptParameterInfo(typeof(object), "value");

    /// <summary>Renders the text named by the first argument.</summary>
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        Render(context, callerContext, context.ObjectToString(arguments[0]), arguments);

    /// <inheritdoc />
    public ValueTask<object> InvokeAsync(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    internal static string Render(TemplateContext context, ScriptNode caller, string name, ScriptArray arguments)
    {
        var path = context.GetTemplatePathFromName(name, caller);
        return context.RenderTemplate(context.GetOrCreateTemplate(path, caller), arguments, caller);
    }
}
