using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object of a template: members in the order they were added.</summary>
public class ScriptObject : IDictionary<string, object>, IScriptObject
{
    private readonly Dictionary<string, Member> _members;

    /// <summary>Makes an empty object.</summary>
    public ScriptObject()
        : this(null)
    {
    }

    /// <summary>Makes an empty object with its own rule for names.</summary>
    /// <param name="keyComparer">The rule; null for ordinal.</param>
    public ScriptObject(IEqualityComparer<string> keyComparer)
    {
        _members = new Dictionary<string, Member>(keyComparer ?? StringComparer.Ordinal);
        if (GetType() != typeof(ScriptObject))
        {
            MethodImport.Statics(this, GetType());
        }
    }

    /// <inheritdoc />
    public int Count => _members.Count;

    /// <inheritdoc cref="IScriptObject.IsReadOnly" />
    public virtual bool IsReadOnly { get; set; }

    /// <inheritdoc />
    public ICollection<string> Keys => _members.Keys;

    /// <inheritdoc />
    public ICollection<object> Values => [.. _members.Values.Select(member => member.Value)];

    /// <inheritdoc />
    public object this[string key]
    {
        get => _members.TryGetValue(key, out var member) ? member.Value : null;
        set => SetValue(key, value, false);
    }

    /// <inheritdoc />
    public void Add(string key, object value)
    {
        CheckWritable();
        _members.Add(key, new Member(value, false));
    }

    /// <summary>Writes a member.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="readOnly">True to protect it from templates.</param>
    public void SetValue(string member, object value, bool readOnly)
    {
        CheckWritable();
        _members[member] = new Member(value, readOnly);
    }

    /// <inheritdoc />
    public IEnumerable<string> GetMembers() => _members.Keys;

    /// <inheritdoc />
    public virtual bool Contains(string member) => _members.ContainsKey(member);

    /// <inheritdoc />
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, out object value)
    {
        var found = _members.TryGetValue(key, out var member);
        value = member.Value;
        return found;
    }

    /// <inheritdoc />
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value) => TryGetValue(member, out value);

    /// <inheritdoc />
    public virtual bool CanWrite(string member) => !IsReadOnly && !(_members.TryGetValue(member, out var existing) && existing.ReadOnly);

    /// <inheritdoc />
    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly)
    {
        if (!CanWrite(member))
        {
            return false;
        }

        _members[member] = new Member(value, readOnly);
        return true;
    }

    /// <inheritdoc cref="IScriptObject.Remove" />
    public virtual bool Remove(string member)
    {
        CheckWritable();
        return _members.Remove(member);
    }

    /// <inheritdoc />
    public virtual void SetReadOnly(string member, bool readOnly)
    {
        if (_members.TryGetValue(member, out var existing))
        {
            _members[member] = existing with { ReadOnly = readOnly };
        }
    }

    /// <inheritdoc />
    public virtual IScriptObject Clone(bool deep)
    {
        var copy = (ScriptObject)MemberwiseCopy();
        foreach (var (name, member) in _members)
        {
            copy._members[name] = deep && member.Value is IScriptObject inner ? member with { Value = inner.Clone(true) } : member;
        }

        return copy;
    }

    /// <inheritdoc />
    public void Clear()
    {
        CheckWritable();
        _members.Clear();
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() =>
        _members.Select(member => new KeyValuePair<string, object>(member.Key, member.Value.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        this.ToList().CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Remove(item.Key);

    private ScriptObject MemberwiseCopy() => new(_members.Comparer);

    private void CheckWritable()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The object is readonly");
        }
    }

    private readonly record struct Member(object Value, bool ReadOnly);
}

/// <summary>The value <c>empty</c>.</summary>
public sealed class EmptyScriptObject
{
    /// <summary>The one there is.</summary>
    public static readonly EmptyScriptObject Default = new();

    private EmptyScriptObject()
    {
    }

    /// <inheritdoc />
    public override string ToString() => "";
}
