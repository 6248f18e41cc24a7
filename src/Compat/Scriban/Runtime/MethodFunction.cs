using System.Reflection;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A .NET method or delegate as a function of templates.</summary>
internal sealed partial class MethodFunction : IScriptCustomFunction
{
    /// <summary>Stands where an argument was not given.</summary>
    public static readonly object Unset = new();

    private readonly MethodInvoker _invoker;
    private readonly object _target;
    private readonly ScriptParameterInfo[] _parameters;
    private readonly int _hidden;
    private readonly int _total;

    public MethodFunction(MethodInfo method, object target)
    {
        _invoker = MethodInvoker.Create(method);
        _target = target;
        ReturnType = method.ReturnType;

        var all = method.GetParameters();
        _total = all.Length;
        _hidden = all.Length > 0 && all[0].ParameterType == typeof(TemplateContext)
            ? all.Length > 1 && all[1].ParameterType == typeof(SourceSpan) ? 2 : 1
            : 0;
        _parameters = new ScriptParameterInfo[all.Length - _hidden];
        for (var i = 0; i < _parameters.Length; i++)
        {
            var parameter = all[i + _hidden];
            _parameters[i] = parameter.HasDefaultValue
                ? new ScriptParameterInfo(parameter.ParameterType, parameter.Name, DefaultOf(parameter))
                : new ScriptParameterInfo(parameter.ParameterType, parameter.Name);
            RequiredParameterCount += parameter.HasDefaultValue ? 0 : 1;
        }

        if (all.Length > _hidden && all[^1].IsDefined(typeof(ParamArrayAttribute)))
        {
            VarParamKind = ScriptVarParamKind.LastParameter;
            RequiredParameterCount--;
        }
    }

    public int RequiredParameterCount { get; }

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind { get; }

    public Type ReturnType { get; }

    private int FixedCount => VarParamKind == ScriptVarParamKind.LastParameter ? _parameters.Length - 1 : _parameters.Length;

    public ScriptParameterInfo GetParameterInfo(int index) => _parameters[Math.Min(index, _parameters.Length - 1)];

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var call = new Binding(this, context, callerContext, ScriptList<ScriptExpression>.Empty, default);
        for (var i = 0; i < arguments.Count; i++)
        {
            call.Add(arguments[i]);
        }

        return Run(ref call);
    }

    public ValueTask<object> InvokeAsync(
        TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>Evaluates the arguments and calls the method.</summary>
    public object Call(TemplateContext context, ScriptNode node, ScriptList<ScriptExpression> arguments, in PipedValue piped)
    {
        var call = new Binding(this, context, node, arguments, piped);
        if (piped.Exists)
        {
            call.AddPiped(piped);
        }

        foreach (var argument in arguments.Items)
        {
            call.Evaluate(argument);
        }

        return Run(ref call);
    }

    private object Run(ref Binding call)
    {
        call.Complete();
        call.Context.EnsureStack(call.Node);
        if (ReturnType == typeof(void) && call.Context.ErrorForStatementFunctionAsExpression && !IsStatement(call.Context.CurrentNode, call.Node))
        {
            throw new ScriptRuntimeException(
                call.Node.Span, $"The function `{call.Node}` is a statement and cannot be used within an expression.");
        }

        var outer = call.Context.EnterCall(call.Node);
        Exception failure;
        try
        {
            var result = _invoker.Invoke(_target, call.Values.AsSpan());
            call.Context.CheckText(call.Node.Span, (result as string)?.Length ?? 0);
            return result;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            failure = exception.InnerException;
        }
        catch (Exception exception) when (exception is not ScriptRuntimeException)
        {
            failure = exception;
        }
        finally
        {
            call.Context.ExitCall(outer);
        }

        // Not thrown where it was caught: a throw inside a catch keeps the stack of the first one, which recursion would use up.
        throw call.Failed(failure);
    }

    private static bool IsStatement(ScriptNode running, ScriptNode call) =>
        running is ScriptExpressionStatement { Expression: var expression }
        && (expression == call || (expression is ScriptPipeCall pipe && pipe.To == call));

    private static object DefaultOf(ParameterInfo parameter) =>
        parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? Activator.CreateInstance(parameter.ParameterType)
            : parameter.DefaultValue;
}
