using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object that templates can read and write; its members keep the order in which they were added.</summary>
public partial class ScriptObject : IScriptObject
{
    private readonly IEqualityComparer<string> _comparer;
    private Dictionary<string, Member> _members;
    private bool _sharesMembers;
    private bool _isReadOnly;

    /// <summary>Creates an object; a derived type brings its public static methods and fields as members.</summary>
    public ScriptObject()
        : this(0, null, null)
    {
    }

    /// <summary>Creates an object for a number of members.</summary>
    public ScriptObject(int capacity)
        : this(capacity, null, null)
    {
    }

    /// <summary>Creates an object that compares names in a way of its own.</summary>
    public ScriptObject(IEqualityComparer<string> keyComparer)
        : this(0, null, keyComparer)
    {
    }

    /// <summary>Creates an object; the second argument decides whether a derived type brings its static members, null for yes.</summary>
    public ScriptObject(int capacity, bool? autoImportStaticsFromThisType, IEqualityComparer<string> keyComparer)
    {
        _comparer = keyComparer;
        if (capacity > 0)
        {
            _members = new Dictionary<string, Member>(capacity, keyComparer);
        }

        if (GetType() != typeof(ScriptObject) && (autoImportStaticsFromThisType ?? true))
        {
            StaticMembers.ImportInto(this, GetType());
        }
    }

    /// <summary>How many members.</summary>
    public int Count => _members?.Count ?? 0;

    /// <inheritdoc />
    public virtual bool IsReadOnly
    {
        get => _isReadOnly;
        set => _isReadOnly = value;
    }

    /// <summary>True for a built-in object that all contexts see; a context that writes to it gets its own copy.</summary>
    internal bool IsShared { get; private set; }

    /// <summary>A member's value, or null.</summary>
    public object this[string key]
    {
        get => TryGetOwned(key, out var value) ? value : null;
        set => SetValue(key, value, readOnly: false);
    }

    /// <summary>Copies the members of a .NET object, or of a dictionary.</summary>
    public static ScriptObject From(object obj)
    {
        var result = new ScriptObject();
        result.Import(obj);
        return result;
    }

    /// <summary>Adds a member; a name that exists throws.</summary>
    public void Add(string key, object value)
    {
        CheckWritable();
        Own().Add(key, new Member(value, false));
    }

    /// <summary>Writes a member, also one that templates cannot.</summary>
    public void SetValue(string member, object value, bool readOnly)
    {
        CheckWritable();
        Own()[member] = new Member(value, readOnly);
    }

    /// <summary>Reads a member for .NET code.</summary>
    internal bool TryGetOwned(string key, out object value)
    {
        if (_members is null || !_members.TryGetValue(key, out var member))
        {
            value = null;
            return false;
        }

        value = member.Value;
        if (value is ScriptObject { IsShared: true } shared && !IsShared)
        {
            // .NET code may write to what it gets, which the other contexts must not see.
            value = shared.Clone(deep: false);
            Own()[key] = member with { Value = value };
        }

        return true;
    }

    /// <inheritdoc />
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value)
    {
        if (_members is not null && _members.TryGetValue(member, out var found))
        {
            value = found.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Whether there is a member.</summary>
    public bool ContainsKey(string key) => _members is not null && _members.ContainsKey(key);

    /// <inheritdoc />
    public virtual bool Contains(string member) => ContainsKey(member);

    /// <inheritdoc />
    public virtual IEnumerable<string> GetMembers() => _members is null ? [] : _members.Keys;

    /// <inheritdoc />
    public virtual bool CanWrite(string member) => _members is null || !_members.TryGetValue(member, out var found) || !found.IsReadOnly;

    /// <inheritdoc />
    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly)
    {
        CheckWritable();
        if (!CanWrite(member))
        {
            return false;
        }

        Own()[member] = new Member(value, readOnly);
        return true;
    }

    /// <inheritdoc />
    public virtual bool Remove(string member)
    {
        CheckWritable();
        if (!ContainsKey(member))
        {
            return false;
        }

        // A dictionary fills the gaps that removals leave, which would lose the order.
        var rest = new Dictionary<string, Member>(_comparer);
        foreach (var pair in _members)
        {
            if (!rest.Comparer.Equals(pair.Key, member))
            {
                rest.Add(pair.Key, pair.Value);
            }
        }

        _members = rest;
        _sharesMembers = false;
        return true;
    }

    /// <inheritdoc />
    public virtual void SetReadOnly(string member, bool readOnly)
    {
        CheckWritable();
        if (_members is not null && _members.TryGetValue(member, out var found))
        {
            Own()[member] = found with { IsReadOnly = readOnly };
        }
    }

    /// <inheritdoc />
    public virtual IScriptObject Clone(bool deep)
    {
        var copy = (ScriptObject)MemberwiseClone();
        copy.IsShared = false;
        copy._sharesMembers = _sharesMembers = _members is not null;
        if (deep)
        {
            foreach (var (name, member) in _members ?? [])
            {
                if (member.Value is IScriptObject inner)
                {
                    copy.Own()[name] = member with { Value = inner.Clone(true) };
                }
            }
        }

        return copy;
    }

    /// <summary>The object as a template would print it.</summary>
    public override string ToString() => ValuePrinter.PlainText(this);

    internal void Share() => IsShared = true;

    /// <summary>Takes over the members of a prototype until one of them is written.</summary>
    internal void ShareMembersOf(ScriptObject prototype)
    {
        _members = prototype._members;
        _sharesMembers = _members is not null;
    }

    private Dictionary<string, Member> Own()
    {
        if (_sharesMembers)
        {
            _members = new Dictionary<string, Member>(_members, _comparer);
            _sharesMembers = false;
        }

        return _members ??= new Dictionary<string, Member>(_comparer);
    }

    private void CheckWritable()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The object is readonly");
        }
    }

    private readonly record struct Member(object Value, bool IsReadOnly);
}
