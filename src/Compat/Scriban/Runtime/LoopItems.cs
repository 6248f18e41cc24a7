using System.Collections;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The items of a for loop after skipping, reversing and taking, with their number known in advance.</summary>
internal sealed class LoopItems : IDisposable
{
    private readonly ScriptForStatement _statement;
    private readonly IEnumerator _items;
    private int _left;

    private LoopItems(ScriptForStatement statement, IEnumerator items, int count)
    {
        _statement = statement;
        _items = items;
        Count = _left = count;
    }

    public int Count { get; }

    public object Current => _items.Current;

    public static LoopItems Of(ScriptForStatement statement, object sequence, in LoopOptions options, TemplateContext context)
    {
        if (sequence is not IEnumerable enumerable)
        {
            throw new ScriptRuntimeException(statement.Iterator.Span, $"Unexpected type `{sequence.GetType()}` for iterator");
        }

        if (!options.Reversed && sequence is IList list and not ScriptRange)
        {
            var skipped = Math.Min(Math.Max(options.Offset, 0), list.Count);
            var left = list.Count - skipped;
            var result = new LoopItems(statement, enumerable.GetEnumerator(), options.Limit > 0 ? Math.Min(left, options.Limit) : left);
            for (; skipped > 0; skipped--)
            {
                result._items.MoveNext();
            }

            return result;
        }

        var items = Gather(statement, enumerable, Math.Max(options.Offset, 0), context);
        if (options.Reversed)
        {
            items.Reverse();
        }

        return new LoopItems(statement, items.GetEnumerator(), options.Limit > 0 ? Math.Min(items.Count, options.Limit) : items.Count);
    }

    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        try
        {
            return _items.MoveNext();
        }
        catch (InvalidOperationException exception)
        {
            throw new ScriptRuntimeException(_statement.Span, exception.Message, exception);
        }
    }

    public void Dispose() => (_items as IDisposable)?.Dispose();

    private static List<object> Gather(ScriptForStatement statement, IEnumerable source, int offset, TemplateContext context)
    {
        var items = new List<object>();
        foreach (var item in source)
        {
            if (offset > 0)
            {
                offset--;
                continue;
            }

            // One more than the limit is enough for the loop itself to fail.
            items.Add(item);
            if (context.LoopLimit > 0 && items.Count > context.LoopLimit)
            {
                break;
            }

            if ((items.Count & 255) == 0)
            {
                context.CheckAbort();
            }
        }

        return items;
    }
}
