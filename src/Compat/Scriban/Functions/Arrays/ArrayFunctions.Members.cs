using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>array</c> that look into the items, and the one that remembers.</summary>
public partial class ArrayFunctions
{
    private static readonly object CycleTag = new();

    /// <summary>The next item at each call with the same group, which is the items' text unless given.</summary>
    public static object Cycle(TemplateContext context, SourceSpan span, IList list, object group = null)
    {
        if (list is null || list.Count == 0)
        {
            return null;
        }

        var key = group is null ? Join(context, span, list, ",") : context.ObjectToString(group);
        if (!context.Tags.TryGetValue(CycleTag, out var tag) || tag is not Dictionary<string, int> places)
        {
            context.Tags[CycleTag] = places = [];
        }

        places.TryGetValue(key, out var place);
        place = place < list.Count ? place : 0;
        places[key] = place + 1;
        return list[place];
    }

    /// <summary>A member of each item that has it; the others are left out.</summary>
    public static IEnumerable Map(TemplateContext context, SourceSpan span, object list, string member) =>
        list is null || member is null ? new ScriptRange(Array.Empty<object>()) : new ScriptRange(Members(context, span, list, member));

    /// <summary>A sorted copy, by the items or by a member (a dotted path) of them; equal items keep their order.</summary>
    public static IEnumerable Sort(TemplateContext context, SourceSpan span, object list, string member = null)
    {
        if (list is null)
        {
            return new ScriptArray();
        }

        var items = Sequence.Counted(context, span, list as IEnumerable ?? new[] { list }).ToArray();
        var path = string.IsNullOrEmpty(member) ? [] : member.Split('.');
        var keys = path.Length == 0 ? items : [.. items.Select(item => Follow(context, span, item, path))];
        var order = new int[items.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        try
        {
            // The index breaks ties, which makes the sort stable.
            Array.Sort(order, (a, b) => Comparer<object>.Default.Compare(keys[a], keys[b]) is var result && result != 0 ? result : a.CompareTo(b));
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException("Failed to compare two elements in the array.", exception.InnerException);
        }

        return new ScriptArray(order.Select(index => items[index]));
    }

    private static IEnumerable<object> Members(TemplateContext context, SourceSpan span, object list, string member)
    {
        foreach (var item in Sequence.Counted(context, span, list as IEnumerable ?? new[] { list }))
        {
            if (item is not null && context.TryReadMember(item, member, span, out var value))
            {
                yield return value;
            }
        }
    }

    private static object Follow(TemplateContext context, SourceSpan span, object item, string[] path)
    {
        foreach (var name in path)
        {
            if (item is null || !context.TryReadMember(item, name, span, out item))
            {
                return null;
            }
        }

        return item;
    }
}
