using System.Collections;

namespace Scriban.Runtime;

/// <summary>The object as a dictionary, for .NET code.</summary>
public partial class ScriptObject : IDictionary<string, object>, IDictionary, IFormattable
{
    /// <summary>The names.</summary>
    public ICollection<string> Keys => _members is null ? [] : _members.Keys;

    /// <summary>The values.</summary>
    public ICollection<object> Values => _members is null ? [] : [.. _members.Values.Select(member => member.Value)];

    bool IDictionary.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    ICollection IDictionary.Keys => (ICollection)Keys;

    ICollection IDictionary.Values => (ICollection)Values;

    object IDictionary.this[object key]
    {
        get => this[(string)key];
        set => this[(string)key] = value;
    }

    /// <summary>Takes all members away.</summary>
    public void Clear()
    {
        CheckWritable();
        _members = null;
        _sharesMembers = false;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        if (_members is not null)
        {
            foreach (var pair in _members)
            {
                yield return new KeyValuePair<string, object>(pair.Key, pair.Value.Value);
            }
        }
    }

    /// <summary>The object as a template would print it; formats are ignored.</summary>
    public virtual string ToString(string format, IFormatProvider formatProvider) =>
        formatProvider is TemplateContext context ? context.ObjectToString(this) : ToString();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IDictionaryEnumerator IDictionary.GetEnumerator() => this.ToDictionary(pair => pair.Key, pair => pair.Value).GetEnumerator();

    bool IDictionary<string, object>.TryGetValue(string key, out object value) => TryGetOwned(key, out value);

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        TryGetOwned(item.Key, out var value) && Equals(value, item.Value);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex)
    {
        foreach (var pair in this)
        {
            array[arrayIndex++] = pair;
        }
    }

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Remove(item.Key);

    void IDictionary.Add(object key, object value) => Add((string)key, value);

    bool IDictionary.Contains(object key) => key is string name && ContainsKey(name);

    void IDictionary.Remove(object key) => Remove((string)key);

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var pair in this)
        {
            array.SetValue(pair, index++);
        }
    }
}
