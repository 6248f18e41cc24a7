using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>How a function takes more arguments than it has parameters.</summary>
public enum ScriptVarParamKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>All arguments are passed as they are.</summary>
    Direct,

    /// <summary>The last parameter takes them.</summary>
    LastParameter,
}

/// <summary>What a caller needs to know of a function.</summary>
public interface IScriptFunctionInfo
{
    /// <summary>Parameters without a default.</summary>
    int RequiredParameterCount { get; }

    /// <summary>All parameters.</summary>
    int ParameterCount { get; }

    /// <summary>How more arguments are taken.</summary>
    ScriptVarParamKind VarParamKind { get; }

    /// <summary>The type of the value.</summary>
    Type ReturnType { get; }

    /// <summary>A parameter, counted from zero.</summary>
    ScriptParameterInfo GetParameterInfo(int index);
}

/// <summary>A function that templates can call.</summary>
public interface IScriptCustomFunction : IScriptFunctionInfo
{
    /// <summary>Calls the function. The block is that of wrap, or null.</summary>
    object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement);

    /// <summary>The same; this stand-in renders synchronously and never calls it.</summary>
    ValueTask<object> InvokeAsync(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement);
}
