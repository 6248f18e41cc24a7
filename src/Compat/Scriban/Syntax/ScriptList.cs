using System.Collections;

namespace Scriban.Syntax;

/// <summary>A list of nodes.</summary>
public abstract class ScriptList : ScriptNode
{
    /// <summary>How many nodes.</summary>
    public abstract int Count { get; }
}

/// <summary>A list of nodes of one kind.</summary>
public sealed class ScriptList<TScriptNode> : ScriptList, IReadOnlyList<TScriptNode>
    where TScriptNode : ScriptNode
{
    internal static readonly ScriptList<TScriptNode> Empty = new();

    private TScriptNode[] _items = [];
    private int _count;

    /// <inheritdoc />
    public override int Count => _count;

    /// <inheritdoc />
    public override int ChildrenCount => _count;

    internal ReadOnlySpan<TScriptNode> Items => _items.AsSpan(0, _count);

    /// <summary>The node at a place.</summary>
    public TScriptNode this[int index] => index < _count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Adds a node at the end.</summary>
    public void Add(TScriptNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count == 0 ? 2 : _count * 2);
        }

        _items[_count++] = node;
    }

    /// <summary>Evaluates every node; the value is the last one's.</summary>
    public override object Evaluate(TemplateContext context)
    {
        object result = null;
        foreach (var item in Items)
        {
            result = context.Evaluate(item);
        }

        return result;
    }

    /// <inheritdoc />
    private protected override ScriptNode GetChildrenImpl(int index) => _items[index];

    IEnumerator<TScriptNode> IEnumerable<TScriptNode>.GetEnumerator() => _items.Take(_count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.Take(_count).GetEnumerator();
}
