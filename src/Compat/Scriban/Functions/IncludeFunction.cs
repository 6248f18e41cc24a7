using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary><c>include</c>: renders another text where it stands.</summary>
public class IncludeFunction : IScriptCustomFunction
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
    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "template_name");

    /// <inheritdoc />
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(arguments);
        var span = callerContext?.Span ?? default;
        if (arguments.Count == 0)
        {
            throw new ScriptRuntimeException(span, "Expecting at least the name of the template to include for the <include> function");
        }

        var name = context.ObjectToString(arguments[0]);
        if (string.IsNullOrEmpty(name))
        {
            throw new ScriptRuntimeException(span, "Include template name cannot be null or empty");
        }

        return context.Include(name, arguments, callerContext);
    }
}
