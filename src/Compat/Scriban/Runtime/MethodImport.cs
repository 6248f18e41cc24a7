using System.Collections.Concurrent;
using System.Reflection;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A .NET method or delegate as a function: converts arguments, fills in what is optional, hands over context and place.</summary>
internal sealed class MethodFunction : IScriptCustomFunction
{
    private readonly MethodInfo _method;
    private readonly object _target;
    private readonly ParameterInfo[] _all;
    private readonly ParameterInfo[] _own;
    private readonly bool _takesContext;
    private readonly bool _takesSpan;

    public MethodFunction(MethodInfo method, object target)
    {
        _method = method;
        _target = target;
        _all = method.GetParameters();
        _takesContext = _all.Length > 0 && _all[0].ParameterType == typeof(TemplateContext);
        _takesSpan = _takesContext && _all.Length > 1 && _all[1].ParameterType == typeof(SourceSpan);
        _own = _all[(_takesSpan ? 2 : _takesContext ? 1 : 0)..];
        IsOpen = _own.Length > 0 && _own[^1].IsDefined(typeof(ParamArrayAttribute));
    }

    public int RequiredParameterCount => _own.Count(parameter => !parameter.IsOptional) - (IsOpen ? 1 : 0);

    public int ParameterCount => _own.Length;

    public ScriptVarParamKind VarParamKind => IsOpen ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;

    public Type ReturnType => _method.ReturnType;

    private bool IsOpen { get; }

    public ScriptParameterInfo GetParameterInfo(int index) => _own[index].IsOptional
        ? new ScriptParameterInfo(_own[index].ParameterType, _own[index].Name, _own[index].DefaultValue)
        : new ScriptParameterInfo(_own[index].ParameterType, _own[index].Name);

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var values = new object[_all.Length];
        var place = 0;
        if (_takesContext)
        {
            values[place++] = context;
        }

        if (_takesSpan)
        {
            values[place++] = callerContext?.Span ?? default;
        }

        for (var index = 0; index < _own.Length; index++, place++)
        {
            var parameter = _own[index];
            if (IsOpen && index == _own.Length - 1)
            {
                values[place] = arguments.Skip(index).ToArray();
            }
            else if (index >= arguments.Count || ReferenceEquals(arguments[index], TemplateContext.Unset))
            {
                values[place] = parameter.HasDefaultValue ? parameter.DefaultValue : Nothing(parameter.ParameterType);
            }
            else
            {
                values[place] = context.ToObject(callerContext?.Span ?? default, arguments[index], parameter.ParameterType);
            }
        }

        try
        {
            return _method.Invoke(_target, BindingFlags.DoNotWrapExceptions, null, values, null);
        }
        catch (Exception exception) when (exception is not (ScriptRuntimeException or OperationCanceledException))
        {
            throw new ScriptRuntimeException(callerContext?.Span ?? default, $"Unexpected exception: {exception.Message}", exception);
        }
    }

    private static object Nothing(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}

/// <summary>Brings .NET methods, delegates and objects into an object.</summary>
internal static class MethodImport
{
    private static readonly ConcurrentDictionary<Type, List<(string Name, object Value)>> Known = new();

    public static void Statics(ScriptObject target, Type type)
    {
        foreach (var (name, value) in Known.GetOrAdd(type, Find))
        {
            target.SetValue(name, value, true);
        }
    }

    private static List<(string, object)> Find(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var found = new List<(string, object)>();
        foreach (var method in type.GetMethods(Own).Where(method => !method.IsSpecialName && !method.IsDefined(typeof(ScriptMemberIgnoreAttribute))))
        {
            found.Add((StandardMemberRenamer.Rename(method.Name), new MethodFunction(method, null)));
        }

        foreach (var field in type.GetFields(Own).Where(field => !field.IsDefined(typeof(ScriptMemberIgnoreAttribute))))
        {
            found.Add((StandardMemberRenamer.Rename(field.Name), field.GetValue(null)));
        }

        return found;
    }
}
