using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A list of a template: reading past its end gives null, writing past it fills with null; it can carry members too.</summary>
public class ScriptArray : IList<object>, IList, IScriptObject
{
    private readonly List<object> _items;
    private ScriptObject _members;

    /// <summary>Makes an empty list.</summary>
    public ScriptArray() => _items = [];

    /// <summary>Makes an empty list with room.</summary>
    /// <param name="capacity">For how many values.</param>
    public ScriptArray(int capacity) => _items = new List<object>(capacity);

    /// <summary>Makes a list of values.</summary>
    /// <param name="values">The values.</param>
    public ScriptArray(IEnumerable values) => _items = [.. values.Cast<object>()];

    /// <inheritdoc cref="ICollection{T}.Count" />
    public int Count => _items.Count;

    /// <inheritdoc cref="IScriptObject.IsReadOnly" />
    public virtual bool IsReadOnly { get; set; }

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    int IScriptObject.Count => _members?.Count ?? 0;

    /// <inheritdoc cref="IList{T}.this" />
    public virtual object this[int index]
    {
        get => index < 0 || index >= _items.Count ? null : _items[index];
        set
        {
            if (index < 0)
            {
                return;
            }

            while (_items.Count <= index)
            {
                _items.Add(null);
            }

            _items[index] = value;
        }
    }

    /// <inheritdoc />
    public virtual void Add(object item) => _items.Add(item);

    /// <summary>Adds values.</summary>
    /// <param name="items">The values.</param>
    public virtual void AddRange(IEnumerable<object> items) => _items.AddRange(items);

    /// <summary>Writes a member.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="readOnly">True to protect it.</param>
    public void SetValue(string member, object value, bool readOnly) => (_members ??= []).SetValue(member, value, readOnly);

    /// <inheritdoc cref="IList.Clear" />
    public virtual void Clear() => _items.Clear();

    /// <inheritdoc cref="IList.Contains" />
    public virtual bool Contains(object item) => _items.Contains(item);

    /// <inheritdoc />
    public virtual void CopyTo(object[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc cref="IList.IndexOf" />
    public virtual int IndexOf(object item) => _items.IndexOf(item);

    /// <inheritdoc cref="IList.Insert" />
    public virtual void Insert(int index, object item) => _items.Insert(index, item);

    /// <inheritdoc />
    public virtual bool Remove(object item) => _items.Remove(item);

    /// <inheritdoc cref="IList.RemoveAt" />
    public virtual void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>The values.</summary>
    /// <returns>In order.</returns>
    public List<object>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<object> IEnumerable<object>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int IList.Add(object value)
    {
        Add(value);
        return Count - 1;
    }

    void IList.Remove(object value) => Remove(value);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_items).CopyTo(array, index);

    /// <inheritdoc />
    public IEnumerable<string> GetMembers() => _members?.GetMembers() ?? [];

    /// <inheritdoc />
    public bool Contains(string member) => member is "size" || (_members?.Contains(member) ?? false);

    /// <inheritdoc />
    public bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value)
    {
        if (member == "size")
        {
            value = Count;
            return true;
        }

        value = null;
        return _members is not null && _members.TryGetValue(member, out value);
    }

    /// <inheritdoc />
    public bool CanWrite(string member) => !IsReadOnly && member != "size" && (_members?.CanWrite(member) ?? true);

    /// <inheritdoc />
    public bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly) =>
        CanWrite(member) && (_members ??= []).TrySetValue(context, span, member, value, readOnly);

    /// <inheritdoc />
    public bool Remove(string member) => _members?.Remove(member) ?? false;

    /// <inheritdoc />
    public void SetReadOnly(string member, bool readOnly) => _members?.SetReadOnly(member, readOnly);

    /// <inheritdoc />
    public virtual IScriptObject Clone(bool deep)
    {
        var copy = new ScriptArray(deep ? _items.Select(item => item is IScriptObject inner ? inner.Clone(true) : item) : _items);
        copy._members = (ScriptObject)_members?.Clone(deep);
        return copy;
    }
}

/// <summary>A sequence that is computed as it is read.</summary>
public class ScriptRange : IEnumerable
{
    private readonly IEnumerable _values;

    /// <summary>Makes a sequence.</summary>
    /// <param name="values">Its values.</param>
    public ScriptRange(IEnumerable values) => _values = values;

    /// <summary>How many values.</summary>
    public int Count => _values.Cast<object>().Count();

    /// <inheritdoc />
    public IEnumerator GetEnumerator() => _values.GetEnumerator();
}
