using System.Collections;

namespace Scriban.Runtime;

/// <summary>A sequence whose items are worked out when they are read, each time anew.</summary>
public class ScriptRange : IList<object>, IList
{
    private const int LongestKept = 1_000_000;

    /// <summary>Creates an empty sequence.</summary>
    public ScriptRange() => Values = Array.Empty<object>();

    /// <summary>Creates a sequence of items.</summary>
    public ScriptRange(IEnumerable values) => Values = values;

    /// <summary>The items.</summary>
    public IEnumerable Values { get; private set; }

    /// <summary>How many items.</summary>
    public int Count => Values switch
    {
        IntegerRange range => range.Count,
        ICollection list => list.Count,
        _ => Values.Cast<object>().Count(),
    };

    /// <inheritdoc />
    public bool IsReadOnly => false;

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <summary>An item; null beyond the end.</summary>
    public object this[int index]
    {
        get => Values switch
        {
            IntegerRange range => (uint)index < (uint)range.Count ? range[index] : null,
            IList list => (uint)index < (uint)list.Count ? list[index] : null,
            _ => Values.Cast<object>().ElementAtOrDefault(index),
        };
        set => Fixed()[index] = value;
    }

    /// <inheritdoc />
    public IEnumerator<object> GetEnumerator() => Values.Cast<object>().GetEnumerator();

    /// <inheritdoc />
    public void Add(object item) => Fixed().Add(item);

    /// <inheritdoc />
    public void Clear() => Values = Array.Empty<object>();

    /// <inheritdoc />
    public bool Contains(object item) => Values.Cast<object>().Contains(item);

    /// <inheritdoc />
    public void CopyTo(object[] array, int arrayIndex)
    {
        foreach (var item in Values)
        {
            array[arrayIndex++] = item;
        }
    }

    /// <inheritdoc />
    public bool Remove(object item) => Fixed().Remove(item);

    /// <inheritdoc />
    public int IndexOf(object item) => Fixed().IndexOf(item);

    /// <inheritdoc />
    public void Insert(int index, object item) => Fixed().Insert(index, item);

    /// <inheritdoc />
    public void RemoveAt(int index) => Fixed().RemoveAt(index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int IList.Add(object value)
    {
        Add(value);
        return Count - 1;
    }

    void IList.Remove(object value) => Remove(value);

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var item in Values)
        {
            array.SetValue(item, index++);
        }
    }

    /// <summary>A change ends the laziness.</summary>
    private ScriptArray Fixed()
    {
        if (Values is IntegerRange { Count: > LongestKept })
        {
            throw new InvalidOperationException($"A range of more than `{LongestKept}` numbers cannot be changed.");
        }

        var list = Values as ScriptArray ?? new ScriptArray(Values);
        Values = list;
        return list;
    }
}
