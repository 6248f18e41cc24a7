using System.Reflection;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A delegate as a function of templates. Arguments are converted to the types of its parameters.</summary>
public class DelegateCustomFunction : DynamicCustomFunction
{
    /// <summary>Wraps a delegate.</summary>
    public DelegateCustomFunction(Delegate del)
    {
        ArgumentNullException.ThrowIfNull(del);
        Target = del.Target;

        // A compiled expression hides its first parameter; only its own Invoke can be called.
        Method = del.Method.IsStatic && del.Target is not null
            ? new MethodFunction(del.GetType().GetMethod("Invoke"), del)
            : new MethodFunction(del.Method, del.Target);
    }

    /// <summary>Wraps a method; the target is null for a static one.</summary>
    public DelegateCustomFunction(object target, MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        Target = target;
        Method = new MethodFunction(method, target);
    }

    /// <summary>The object whose method is called; may be null.</summary>
    public object Target { get; }

    /// <inheritdoc />
    public override int RequiredParameterCount => Method.RequiredParameterCount;

    /// <inheritdoc />
    public override int ParameterCount => Method.ParameterCount;

    /// <inheritdoc />
    public override ScriptVarParamKind VarParamKind => Method.VarParamKind;

    /// <inheritdoc />
    public override Type ReturnType => Method.ReturnType;

    internal MethodFunction Method { get; }

    /// <summary>Wraps an action.</summary>
    public static DelegateCustomFunction Create(Action action) => new(action);

    /// <summary>Wraps an action.</summary>
    public static DelegateCustomFunction Create<T>(Action<T> action) => new(action);

    /// <summary>Wraps an action.</summary>
    public static DelegateCustomFunction Create<T1, T2>(Action<T1, T2> action) => new(action);

    /// <summary>Wraps a function.</summary>
    public static DelegateCustomFunction CreateFunc<TResult>(Func<TResult> func) => new(func);

    /// <summary>Wraps a function.</summary>
    public static DelegateCustomFunction CreateFunc<T1, TResult>(Func<T1, TResult> func) => new(func);

    /// <summary>Wraps a function.</summary>
    public static DelegateCustomFunction CreateFunc<T1, T2, TResult>(Func<T1, T2, TResult> func) => new(func);

    /// <summary>Wraps a function.</summary>
    public static DelegateCustomFunction CreateFunc<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> func) => new(func);

    /// <inheritdoc />
    public override ScriptParameterInfo GetParameterInfo(int index) => Method.GetParameterInfo(index);

    /// <inheritdoc />
    public override object Invoke(
        TemplateContext context, ScriptNode callerContext, ScriptArray scriptArguments, ScriptBlockStatement blockStatement) =>
        Method.Invoke(context, callerContext, scriptArguments, blockStatement);
}
