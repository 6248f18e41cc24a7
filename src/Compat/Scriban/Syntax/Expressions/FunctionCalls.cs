using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Finds functions and calls them.</summary>
internal static class FunctionCalls
{
    /// <summary>What a call names, not called itself.</summary>
    public static object Find(TemplateContext context, ScriptExpression target) =>
        target is IScriptVariablePath path ? path.GetValue(context) : context.Value(target);

    /// <summary>The value a member is read from: a function is called unless it is an object too.</summary>
    public static object ObjectOf(TemplateContext context, ScriptExpression target)
    {
        if (target is not IScriptVariablePath path)
        {
            return context.Value(target);
        }

        var value = path.GetValue(context);
        return value is IScriptCustomFunction function and not IScriptObject ? CallBare(context, target, function) : value;
    }

    public static object CallBare(TemplateContext context, ScriptExpression node, IScriptCustomFunction function) =>
        Call(context, node, function, ScriptList<ScriptExpression>.Empty, default, block: null);

    public static ScriptRuntimeException NotFound(ScriptExpression target) => new(target.Span, $"The function `{target}` was not found");

    public static object Call(
        TemplateContext context,
        ScriptNode node,
        IScriptCustomFunction function,
        ScriptList<ScriptExpression> arguments,
        in PipedValue piped,
        ScriptBlockStatement block)
    {
        if ((function as MethodFunction ?? (function as DelegateCustomFunction)?.Method) is { } method)
        {
            return method.Call(context, node, arguments, piped);
        }

        var values = Gather(context, function, arguments, piped);
        Complete(context, node, function, arguments, piped, values);
        return context.Invoke(function, node, values, block);
    }

    /// <summary>The place right after a node, where something is missing.</summary>
    public static SourceSpan After(ScriptNode node)
    {
        var end = node.Span.End;
        var after = new TextPosition(end.Offset + 1, end.Line, end.Column + 1);
        return new SourceSpan(node.Span.FileName, after, after);
    }

    public static ScriptRuntimeException WrongCount(SourceSpan span, ScriptNode node, int given, int expected)
    {
        var name = node is ScriptFunctionCall { Arguments.Count: 0 } call ? call.Target : node;
        return new(span, $"Invalid number of arguments `{given}` passed to `{name}` while expecting `{expected}` arguments");
    }

    public static IEnumerable Expanded(TemplateContext context, ScriptUnaryExpression expand) =>
        context.Value(expand.Right) as IEnumerable
        ?? throw new ScriptRuntimeException(expand.Span, "The parameter expansion ^ expects a list");

    private static ScriptArray Gather(
        TemplateContext context, IScriptCustomFunction function, ScriptList<ScriptExpression> arguments, in PipedValue piped)
    {
        var values = new ScriptArray(arguments.Count + 1);
        if (piped.Exists)
        {
            AddPiped(values, piped);
        }

        foreach (var argument in arguments.Items)
        {
            switch (argument)
            {
                case ScriptNamedArgument named:
                    Place(function, values, named.Name.Name, named.Evaluate(context));
                    break;
                case ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } expand:
                    foreach (var item in Expanded(context, expand))
                    {
                        values.Add(item);
                    }

                    break;
                default:
                    values.Add(context.Value(argument));
                    break;
            }
        }

        return values;
    }

    private static void AddPiped(ScriptArray values, in PipedValue piped)
    {
        if (piped.IsExpanded && piped.Value is IEnumerable list)
        {
            foreach (var item in list)
            {
                values.Add(item);
            }
        }
        else
        {
            values.Add(piped.Value);
        }
    }

    private static void Place(IScriptCustomFunction function, ScriptArray values, string name, object value)
    {
        for (var index = 0; index < function.ParameterCount; index++)
        {
            if (function.GetParameterInfo(index).Name == name)
            {
                while (values.Count <= index)
                {
                    values.Add(MethodFunction.Unset);
                }

                values[index] = value;
                return;
            }
        }

        if (function.VarParamKind == ScriptVarParamKind.Direct)
        {
            values.SetValue(name, value, readOnly: false);
        }
        else
        {
            values.Add(value);
        }
    }

    /// <summary>Checks the number of arguments, converts them and fills in defaults and the rest parameter.</summary>
    private static void Complete(
        TemplateContext context,
        ScriptNode node,
        IScriptCustomFunction function,
        ScriptList<ScriptExpression> arguments,
        in PipedValue piped,
        ScriptArray values)
    {
        var given = values.Count;
        var required = function.RequiredParameterCount;
        var kind = function.VarParamKind;
        for (var index = 0; index < required; index++)
        {
            if (index >= given || values[index] == MethodFunction.Unset)
            {
                throw WrongCount(After(node), node, given, required);
            }
        }

        if (kind == ScriptVarParamKind.Direct)
        {
            return;
        }

        if (kind == ScriptVarParamKind.None && given > function.ParameterCount)
        {
            var extra = function.ParameterCount - (piped.Exists ? 1 : 0);
            var span = extra >= 0 && extra < arguments.Count ? arguments[extra].Span : node.Span;
            throw WrongCount(span, node, given, function.ParameterCount);
        }

        var fixedCount = kind == ScriptVarParamKind.LastParameter ? function.ParameterCount - 1 : function.ParameterCount;
        for (var index = 0; index < fixedCount; index++)
        {
            var parameter = function.GetParameterInfo(index);
            if (index >= values.Count)
            {
                values.Add(parameter.HasDefaultValue ? parameter.DefaultValue : null);
            }
            else if (values[index] == MethodFunction.Unset)
            {
                values[index] = parameter.HasDefaultValue ? parameter.DefaultValue : null;
            }
            else if (parameter.ParameterType is { } type && type != typeof(object))
            {
                values[index] = context.ToObject(SpanOf(index, node, arguments, piped), values[index], type);
            }
        }

        if (kind == ScriptVarParamKind.LastParameter && function is ScriptFunction)
        {
            var rest = new ScriptArray();
            for (var index = fixedCount; index < values.Count; index++)
            {
                rest.Add(values[index]);
            }

            while (values.Count > fixedCount)
            {
                values.RemoveAt(values.Count - 1);
            }

            values.Add(rest);
        }
    }

    internal static SourceSpan SpanOf(int index, ScriptNode node, ScriptList<ScriptExpression> arguments, in PipedValue piped)
    {
        if (piped.Exists && index == 0)
        {
            return piped.Node.Span;
        }

        var place = piped.Exists ? index - 1 : index;
        return place < arguments.Count ? arguments[place].Span : node.Span;
    }
}
