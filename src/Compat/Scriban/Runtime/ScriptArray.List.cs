using System.Collections;

namespace Scriban.Runtime;

/// <summary>The list as .NET knows one.</summary>
public partial class ScriptArray<T> : IList<T>, IList
{
    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    object IList.this[int index]
    {
        get => this[index];
        set => this[index] = (T)value;
    }

    /// <inheritdoc />
    public virtual void Add(T item)
    {
        CheckWritable();
        _items.Add(item);
    }

    /// <summary>Adds items at the end.</summary>
    public virtual void AddRange(IEnumerable<T> items)
    {
        CheckWritable();
        _items.AddRange(items);
    }

    /// <inheritdoc />
    public virtual void Clear()
    {
        CheckWritable();
        _items.Clear();
    }

    /// <inheritdoc />
    public virtual bool Contains(T item) => _items.Contains(item);

    /// <inheritdoc />
    public virtual void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    public virtual int IndexOf(T item) => _items.IndexOf(item);

    /// <inheritdoc />
    public virtual void Insert(int index, T item)
    {
        CheckWritable();
        _items.Insert(index, item);
    }

    /// <inheritdoc />
    public virtual bool Remove(T item)
    {
        CheckWritable();
        return _items.Remove(item);
    }

    /// <inheritdoc />
    public virtual void RemoveAt(int index)
    {
        CheckWritable();
        _items.RemoveAt(index);
    }


    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    int IList.Add(object value)
    {
        Add((T)value);
        return Count - 1;
    }

    bool IList.Contains(object value) => value is T item && Contains(item);

    int IList.IndexOf(object value) => value is T item ? IndexOf(item) : -1;

    void IList.Insert(int index, object value) => Insert(index, (T)value);

    void IList.Remove(object value) => Remove((T)value);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_items).CopyTo(array, index);
}
