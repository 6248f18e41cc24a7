using System.Text;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>include_join: the outputs of several texts with something between them.</summary>
public sealed class IncludeJoinFunction : IScriptCustomFunction
{
    private const string TemplatePrefix = "tpl:";

    private static readonly ScriptParameterInfo[] Parameters =
    [
        new(typeof(System.Collections.IList), "template_names"),
        new(typeof(string), "separator"),
        new(typeof(string), "begin_delimiter", null),
        new(typeof(string), "end_delimiter", null),
    ];

    /// <inheritdoc />
    public int RequiredParameterCount => 2;

    /// <inheritdoc />
    public int ParameterCount => 4;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    /// <inheritdoc />
    public Type ReturnType => typeof(object);

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) => Parameters[index];

    /// <summary>Renders the texts; a separator or delimiter that begins with tpl: is itself rendered.</summary>
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var result = new StringBuilder();
        var separator = Part(context, callerContext, arguments[1]);
        result.Append(Part(context, callerContext, arguments[2]));
        var isFirst = true;
        foreach (var name in context.ToList(callerContext.Span, arguments[0]) ?? Array.Empty<object>())
        {
            result.Append(isFirst ? string.Empty : separator);
            isFirst = false;
            var text = context.ObjectToString(name);
            result.Append(IncludeFunction.Render(context, callerContext, text, [text]));
        }

        return result.Append(Part(context, callerContext, arguments[3])).ToString();
    }

    /// <inheritdoc />
    public ValueTask<object> InvokeAsync(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    private static string Part(TemplateContext context, ScriptNode caller, object value)
    {
        var text = context.ObjectToString(value);
        if (!text.StartsWith(TemplatePrefix, StringComparison.Ordinal))
        {
            return text;
        }

        var name = text[TemplatePrefix.Length..];
        return IncludeFunction.Render(context, caller, name, [name]);
    }
}
