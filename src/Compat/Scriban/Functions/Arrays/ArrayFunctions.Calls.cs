using System.Collections;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>array</c> that call a function for each item.</summary>
public partial class ArrayFunctions
{
    /// <summary>Whether one call returns exactly true.</summary>
    public static bool Any(TemplateContext context, SourceSpan span, IEnumerable list, object function, params object[] args)
    {
        if (list is null || function is not IScriptCustomFunction called)
        {
            return false;
        }

        foreach (var item in Sequence.Counted(context, span, list))
        {
            var arguments = new ScriptArray { item };
            arguments.AddRange(args);
            if (context.Invoke(called, context.CurrentNode, arguments, null) is true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the function returns for each item, called when the item is read.</summary>
    public static ScriptRange Each(TemplateContext context, SourceSpan span, IEnumerable list, object function)
    {
        var called = FunctionOf(function);
        var items = Sequence.Counted(context, span, list);
        return list is null ? null
            : called is null ? new ScriptRange(items)
            : new ScriptRange(items.Select(item => Call(context, called, item)));
    }

    /// <summary>The items for which the function returns something true.</summary>
    public static ScriptRange Filter(TemplateContext context, SourceSpan span, IEnumerable list, object function)
    {
        var called = FunctionOf(function);
        var items = Sequence.Counted(context, span, list);
        return list is null ? null
            : called is null ? new ScriptRange(items)
            : new ScriptRange(items.Where(item => context.ToBool(span, Call(context, called, item))));
    }

    /// <summary>The items as text with a delimiter between them; the function is given each item's text.</summary>
    public static string Join(TemplateContext context, SourceSpan span, IEnumerable list, string delimiter, object function = null)
    {
        if (list is null)
        {
            return string.Empty;
        }

        var called = FunctionOf(function);
        var result = new StringBuilder();
        var isFirst = true;
        foreach (var item in Sequence.Counted(context, span, list))
        {
            if (!isFirst)
            {
                result.Append(delimiter);
            }

            var text = context.ObjectToString(item);
            result.Append(called is null ? text : context.ObjectToString(Call(context, called, text)));
            isFirst = false;
            context.CheckText(span, result.Length);
            if (context.LimitToString > 0 && result.Length > context.LimitToString)
            {
                throw new InvalidOperationException($"Joined string exceeds LimitToString `{context.LimitToString}`.");
            }
        }

        return result.ToString();
    }

    private static IScriptCustomFunction FunctionOf(object function) => function switch
    {
        null => null,
        IScriptCustomFunction called => called,
        _ => throw new ArgumentException($"The parameter `{function}` is not a function. Maybe prefix it with @?", nameof(function)),
    };

    private static object Call(TemplateContext context, IScriptCustomFunction function, object item) =>
        context.Invoke(function, context.CurrentNode, [item], null);
}
