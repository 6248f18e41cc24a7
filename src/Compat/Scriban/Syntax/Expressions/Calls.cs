using System.Collections;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>name: value</c> in a call.</summary>
public class ScriptNamedArgument : ScriptExpression
{
    /// <summary>The name.</summary>
    public string Name { get; set; }

    /// <summary>The value; null for a bare name.</summary>
    public ScriptExpression Value { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Value is null ? true : context.Evaluate(Value);
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => Value;
}

/// <summary>A call with arguments.</summary>
public class ScriptFunctionCall : ScriptExpression
{
    /// <summary>The function.</summary>
    public ScriptExpression Target { get; set; }

    /// <summary>The arguments.</summary>
    public IList<ScriptExpression> Arguments { get; } = new List<ScriptExpression>();

    /// <inheritdoc />
    public override int ChildrenCount => Arguments.Count + 1;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context) => Call(context, null);

    internal object Call(TemplateContext context, ScriptBlockStatement block) => Call(context, this, Target, Arguments, [], block);

    internal static object Call(
        TemplateContext context,
        ScriptNode caller,
        ScriptExpression target,
        IEnumerable<ScriptExpression> arguments,
        IReadOnlyList<object> piped,
        ScriptBlockStatement block)
    {
        var function = context.Evaluate(target, aliasReturnedFunction: true);
        if (function is not IScriptCustomFunction custom)
        {
            if (function is null && context.EnableRelaxedFunctionAccess)
            {
                return null;
            }

            throw new ScriptRuntimeException(target.Span, function is null
                ? $"The function `{context.NameOf(target)}` was not found"
                : $"Invalid target function `{context.NameOf(target)}` ({context.GetTypeName(function)})");
        }

        return context.Invoke(custom, caller, ArgumentsOf(context, custom, caller, arguments, piped), block);
    }

    private static ScriptArray ArgumentsOf(
        TemplateContext context, IScriptCustomFunction function, ScriptNode caller, IEnumerable<ScriptExpression> arguments, IReadOnlyList<object> piped)
    {
        var values = new ScriptArray();
        foreach (var value in piped)
        {
            values.Add(value);
        }

        var named = false;
        foreach (var argument in arguments)
        {
            if (argument is ScriptNamedArgument pair)
            {
                named |= Place(context, function, values, pair);
            }
            else if (argument is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } expand)
            {
                if (context.Evaluate(expand.Right) is not IEnumerable list)
                {
                    throw new ScriptRuntimeException(expand.Span, "The expanded parameter must be a list");
                }

                foreach (var item in list)
                {
                    values.Add(item);
                }
            }
            else
            {
                values.Add(context.Evaluate(argument));
            }
        }

        context.CheckArguments(function, caller, arguments, values, named);
        return values;
    }

    // A named argument of a function with open arguments becomes a member of $; of any other it goes to its place.
    private static bool Place(TemplateContext context, IScriptCustomFunction function, ScriptArray values, ScriptNamedArgument pair)
    {
        var value = context.Evaluate(pair);
        for (var index = 0; index < function.ParameterCount; index++)
        {
            if (function.GetParameterInfo(index).Name == pair.Name)
            {
                while (values.Count < index)
                {
                    values.Add(TemplateContext.Unset);
                }

                if (index < values.Count)
                {
                    values[index] = value;
                }
                else
                {
                    values.Add(value);
                }

                return true;
            }
        }

        if (function.VarParamKind == ScriptVarParamKind.Direct)
        {
            values.SetValue(pair.Name, value, false);
        }
        else
        {
            values.Add(value);
        }

        return false;
    }

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? Target : Arguments[index - 1];
}

/// <summary><c>value | function</c>.</summary>
public class ScriptPipeCall : ScriptExpression
{
    /// <summary>The value.</summary>
    public ScriptExpression From { get; set; }

    /// <summary>The function or call.</summary>
    public ScriptExpression To { get; set; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override object Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var piped = From is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } expand
            ? Expanded(context, expand)
            : [context.Evaluate(From)];
        return To is ScriptFunctionCall call
            ? ScriptFunctionCall.Call(context, call, call.Target, call.Arguments, piped, null)
            : ScriptFunctionCall.Call(context, To, To, [], piped, null);
    }

    private static object[] Expanded(TemplateContext context, ScriptUnaryExpression expand) =>
        context.Evaluate(expand.Right) is IEnumerable list
            ? [.. list.Cast<object>()]
            : throw new ScriptRuntimeException(expand.Span, "The expanded parameter must be a list");

    /// <inheritdoc />
    protected override ScriptNode GetChildrenImpl(int index) => index == 0 ? From : To;
}
