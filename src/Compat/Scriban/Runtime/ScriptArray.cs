using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A list that templates can read and write; it can carry members too.</summary>
public class ScriptArray : ScriptArray<object>
{
    /// <summary>Creates an empty list.</summary>
    public ScriptArray()
    {
    }

    /// <summary>Creates an empty list for a number of items.</summary>
    public ScriptArray(int capacity)
        : base(capacity)
    {
    }

    /// <summary>Creates a list of items.</summary>
    public ScriptArray(IEnumerable<object> values)
        : base(values)
    {
    }

    /// <summary>Creates a list of items.</summary>
    public ScriptArray(IEnumerable values)
        : base(values)
    {
    }
}

/// <summary>A list of one type that templates can read and write.</summary>
public partial class ScriptArray<T> : IScriptObject
{
    private readonly List<T> _items;
    private ScriptObject _members;
    private bool _isReadOnly;

    /// <summary>Creates an empty list.</summary>
    public ScriptArray() => _items = [];

    /// <summary>Creates an empty list for a number of items.</summary>
    public ScriptArray(int capacity) => _items = new List<T>(capacity);

    /// <summary>Creates a list of items.</summary>
    public ScriptArray(IEnumerable<T> values) => _items = [.. values];

    /// <summary>Creates a list of items.</summary>
    public ScriptArray(IEnumerable values) => _items = [.. values.Cast<T>()];

    /// <summary>How many items.</summary>
    public int Count => _items.Count;

    /// <inheritdoc />
    public virtual bool IsReadOnly
    {
        get => _isReadOnly;
        set => _isReadOnly = value;
    }

    int IScriptObject.Count => _members?.Count ?? 0;

    /// <summary>An item; null beyond the end. Writing beyond the end fills the gap with nulls.</summary>
    public virtual T this[int index]
    {
        get => (uint)index < (uint)_items.Count ? _items[index] : default;
        set
        {
            CheckWritable();
            if (index < 0)
            {
                return;
            }

            while (_items.Count <= index)
            {
                _items.Add(default);
            }

            _items[index] = value;
        }
    }

    internal void SetValue(string member, object value, bool readOnly) => (_members ??= []).SetValue(member, value, readOnly);

    /// <inheritdoc />
    public virtual IEnumerable<string> GetMembers() => _members is null ? ["size"] : ["size", .. _members.GetMembers()];

    /// <inheritdoc />
    public virtual bool Contains(string member) => member == "size" || (_members is not null && _members.Contains(member));

    /// <inheritdoc />
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value)
    {
        if (member == "size")
        {
            value = Syntax.Boxed.Of(Count);
            return true;
        }

        value = null;
        return _members is not null && _members.TryGetValue(context, span, member, out value);
    }

    /// <inheritdoc />
    public virtual bool CanWrite(string member) => member != "size" && (_members is null || _members.CanWrite(member));

    /// <inheritdoc />
    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly)
    {
        CheckWritable();
        return CanWrite(member) && (_members ??= []).TrySetValue(context, span, member, value, readOnly);
    }

    /// <inheritdoc />
    public virtual bool Remove(string member) => _members is not null && _members.Remove(member);

    /// <inheritdoc />
    public virtual void SetReadOnly(string member, bool readOnly) => _members?.SetReadOnly(member, readOnly);

    /// <inheritdoc />
    public virtual IScriptObject Clone(bool deep)
    {
        var copy = new ScriptArray(_items.Count);
        foreach (var item in _items)
        {
            copy.Add(deep && item is IScriptObject inner ? inner.Clone(true) : item);
        }

        foreach (var (name, value) in _members ?? [])
        {
            copy.SetValue(name, value, readOnly: false);
        }

        return copy;
    }

    private void CheckWritable()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The object is readonly");
        }
    }
}
