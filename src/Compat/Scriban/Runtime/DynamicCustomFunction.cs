using System.Reflection;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A .NET function as a function of templates.</summary>
public abstract class DynamicCustomFunction : IScriptCustomFunction
{
    private protected DynamicCustomFunction()
    {
    }

    /// <inheritdoc />
    public abstract int RequiredParameterCount { get; }

    /// <inheritdoc />
    public abstract int ParameterCount { get; }

    /// <inheritdoc />
    public abstract ScriptVarParamKind VarParamKind { get; }

    /// <inheritdoc />
    public abstract Type ReturnType { get; }

    /// <summary>A method as a function; the target is null for a static one.</summary>
    public static DynamicCustomFunction Create(object target, MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new DelegateCustomFunction(target, method);
    }

    /// <summary>A delegate as a function.</summary>
    public static DynamicCustomFunction Create(Delegate del)
    {
        return new DelegateCustomFunction(del);
    }

    /// <inheritdoc />
    public abstract object Invoke(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement);

    /// <inheritdoc />
    public abstract ScriptParameterInfo GetParameterInfo(int index);

    /// <inheritdoc />
    public virtual ValueTask<object> InvokeAsync(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
