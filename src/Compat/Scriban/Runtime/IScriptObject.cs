using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object with members that templates can read and write.</summary>
public interface IScriptObject
{
    /// <summary>How many members.</summary>
    int Count { get; }

    /// <summary>True when no member can be written.</summary>
    bool IsReadOnly { get; set; }

    /// <summary>The members' names.</summary>
    IEnumerable<string> GetMembers();

    /// <summary>Whether there is a member.</summary>
    bool Contains(string member);

    /// <summary>Reads a member.</summary>
    bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value);

    /// <summary>Whether a member can be written.</summary>
    bool CanWrite(string member);

    /// <summary>Writes a member; false when it cannot be written.</summary>
    bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly);

    /// <summary>Takes a member away.</summary>
    bool Remove(string member);

    /// <summary>Protects a member from templates, or no longer.</summary>
    void SetReadOnly(string member, bool readOnly);

    /// <summary>A copy; a deep one copies the objects inside too.</summary>
    IScriptObject Clone(bool deep);
}
