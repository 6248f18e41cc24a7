using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>func, do, or f(x) = …: a function written in the template.</summary>
public class ScriptFunction : ScriptStatement, IScriptCustomFunction
{
    /// <summary>The variable that holds the function; null for an anonymous one.</summary>
    public ScriptNode NameOrDoToken { get; set; }

    /// <summary>The declared parameters; null for a function with open arguments.</summary>
    public ScriptList<ScriptParameter> Parameters { get; set; }

    /// <summary>What the function does.</summary>
    public ScriptStatement Body { get; set; }

    /// <summary>True for do.</summary>
    public bool IsAnonymous => NameOrDoToken is null;

    /// <summary>True when parameters are declared.</summary>
    public bool HasParameters => Parameters is not null;

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override int ChildrenCount => 3;

    /// <inheritdoc />
    public int RequiredParameterCount { get; internal set; }

    /// <inheritdoc />
    public int ParameterCount => Parameters?.Count ?? 0;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind { get; internal set; } = ScriptVarParamKind.Direct;

    /// <inheritdoc />
    public Type ReturnType => typeof(object);

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index)
    {
        if (Parameters is null)
        {
            return new ScriptParameterInfo(typeof(object), string.Empty);
        }

        var parameter = Parameters[Math.Min(index, Parameters.Count - 1)];
        return parameter.DefaultValue is { } literal
            ? new ScriptParameterInfo(typeof(object), parameter.Name.Name, literal.Value)
            : new ScriptParameterInfo(typeof(object), parameter.Name.Name);
    }

    /// <summary>Assigns the function to its name; an anonymous one is its own value.</summary>
    public override object Evaluate(TemplateContext context)
    {
        if (NameOrDoToken is ScriptVariable name)
        {
            context.SetValue(name, this);
            return null;
        }

        return this;
    }

    /// <summary>Runs the body; what it prints goes to the output, the value is that of ret.</summary>
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        context.PushCall(this, arguments, blockStatement);
        try
        {
            // The body of f(x) = … is an expression; a block gives its value only through ret.
            var result = context.Run(Body);
            return Body is ScriptBlockStatement && context.FlowState != ScriptFlowState.Return && context.EnableOutput ? null : result;
        }
        finally
        {
            context.PopCall();
        }
    }

    /// <inheritdoc />
    public ValueTask<object> InvokeAsync(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => index switch
    {
        0 => NameOrDoToken,
        1 => Parameters,
        _ => Body,
    };
}
