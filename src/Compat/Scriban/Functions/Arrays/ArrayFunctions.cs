using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>array</c>: adding, taking away and reading. None of them changes the list it is given.</summary>
public partial class ArrayFunctions : ScriptObject
{
    /// <summary>The list followed by a value.</summary>
    public static IEnumerable Add(TemplateContext context, SourceSpan span, IEnumerable list, object value)
    {
        var result = Copy(context, span, list);
        result.Add(value);
        return result;
    }

    /// <summary>The first list followed by the second.</summary>
    public static IEnumerable AddRange(TemplateContext context, SourceSpan span, IEnumerable list1, IEnumerable list2) =>
        Concat(context, span, list1, list2);

    /// <summary>The first list followed by the second.</summary>
    public static IEnumerable Concat(TemplateContext context, SourceSpan span, IEnumerable list1, IEnumerable list2) =>
        list1 is null || list2 is null ? list1 ?? list2 : new ScriptRange(Sequence.Concat(context, span, list1, list2));

    /// <summary>The list without nulls.</summary>
    public static IEnumerable Compact(TemplateContext context, SourceSpan span, IEnumerable list) =>
        list is null ? null : new ScriptRange(Sequence.Compact(context, span, list));

    /// <summary>The list with a value at a place; a place beyond the end is reached with nulls.</summary>
    public static IEnumerable InsertAt(TemplateContext context, SourceSpan span, IEnumerable list, int index, object value)
    {
        var result = Copy(context, span, list);
        var at = Math.Max(index, 0);
        var steps = new IterationSteps(context, span);
        while (result.Count < at)
        {
            steps.Next();
            result.Add(null);
        }

        result.Insert(at, value);
        return result;
    }

    /// <summary>The list without the item at a place; a negative place counts from the end.</summary>
    public static IList RemoveAt(TemplateContext context, SourceSpan span, IList list, int index)
    {
        var result = Copy(context, span, list);
        var at = index < 0 ? index + result.Count : index;
        if (at >= 0 && at < result.Count)
        {
            result.RemoveAt(at);
        }

        return result;
    }

    /// <summary>The first item, or null.</summary>
    public static object First(IEnumerable list)
    {
        if (list is IList items)
        {
            return items.Count > 0 ? items[0] : null;
        }

        return list?.Cast<object>().FirstOrDefault();
    }

    /// <summary>The last item, or null.</summary>
    public static object Last(TemplateContext context, SourceSpan span, IEnumerable list)
    {
        if (list is IList items)
        {
            return items.Count > 0 ? items[^1] : null;
        }

        object last = null;
        foreach (var item in Sequence.Counted(context, span, list))
        {
            last = item;
        }

        return last;
    }

    /// <summary>At most so many items from the beginning.</summary>
    public static IEnumerable Limit(TemplateContext context, SourceSpan span, IEnumerable list, int count) =>
        list is null ? null : new ScriptRange(Sequence.Limit(context, span, list, count));

    /// <summary>The items after so many.</summary>
    public static IEnumerable Offset(TemplateContext context, SourceSpan span, IEnumerable list, int index) =>
        list is null ? null : new ScriptRange(Sequence.Offset(context, span, list, index));

    /// <summary>Last item first.</summary>
    public static IEnumerable Reverse(TemplateContext context, SourceSpan span, IEnumerable list) =>
        new ScriptRange(Sequence.Reverse(context, span, list));

    /// <summary>Each value once, where it comes first.</summary>
    public static IEnumerable Uniq(TemplateContext context, SourceSpan span, IEnumerable list) =>
        list is null ? null : new ScriptRange(Sequence.Uniq(context, span, list));

    /// <summary>How many items; 0 for null.</summary>
    public static int Size(TemplateContext context, SourceSpan span, IEnumerable list) => list switch
    {
        null => 0,
        ScriptRange => Sequence.Counted(context, span, list).Count(),
        ICollection collection => collection.Count,
        _ => Sequence.Counted(context, span, list).Count(),
    };

    /// <summary>Whether an item equals the value; an enum also equals its name and its number.</summary>
    public static bool Contains(TemplateContext context, SourceSpan span, IEnumerable list, object item)
    {
        foreach (var element in Sequence.Counted(context, span, list))
        {
            if (Equals(element, item) || (element is Enum value && EqualsEnum(value, item)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EqualsEnum(Enum value, object other) => other switch
    {
        string name => value.ToString() == name,
        int or long or short or byte => Convert.ToInt64(value, null) == Convert.ToInt64(other, null),
        _ => false,
    };

    private static ScriptArray Copy(TemplateContext context, SourceSpan span, IEnumerable list)
    {
        var result = new ScriptArray();
        foreach (var item in Sequence.Counted(context, span, list))
        {
            result.Add(item);
        }

        return result;
    }
}
