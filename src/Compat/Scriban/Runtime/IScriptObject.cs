using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>An object with members that a template can read and write.</summary>
public interface IScriptObject
{
    /// <summary>How many members.</summary>
    int Count { get; }

    /// <summary>True when nothing can be written.</summary>
    bool IsReadOnly { get; set; }

    /// <summary>The members' names.</summary>
    /// <returns>In order.</returns>
    IEnumerable<string> GetMembers();

    /// <summary>Tells whether a member exists.</summary>
    /// <param name="member">Its name.</param>
    /// <returns>True when it does.</returns>
    bool Contains(string member);

    /// <summary>Reads a member.</summary>
    /// <param name="context">The context.</param>
    /// <param name="span">Where it is read.</param>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>True when it exists.</returns>
    bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value);

    /// <summary>Tells whether a member can be written.</summary>
    /// <param name="member">Its name.</param>
    /// <returns>True when it can.</returns>
    bool CanWrite(string member);

    /// <summary>Writes a member.</summary>
    /// <param name="context">The context.</param>
    /// <param name="span">Where it is written.</param>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="readOnly">True to protect it.</param>
    /// <returns>False when it cannot be written.</returns>
    bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly);

    /// <summary>Removes a member.</summary>
    /// <param name="member">Its name.</param>
    /// <returns>True when it was there.</returns>
    bool Remove(string member);

    /// <summary>Protects a member or lets it go.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="readOnly">True to protect it.</param>
    void SetReadOnly(string member, bool readOnly);

    /// <summary>A copy.</summary>
    /// <param name="deep">True to copy members that are objects too.</param>
    /// <returns>The copy.</returns>
    IScriptObject Clone(bool deep);
}

/// <summary>How a function takes arguments beyond its declared ones.</summary>
public enum ScriptVarParamKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It takes the whole list.</summary>
    Direct,

    /// <summary>Its last parameter takes the rest.</summary>
    LastParameter,
}

/// <summary>A declared parameter.</summary>
public readonly struct ScriptParameterInfo
{
    /// <summary>A required parameter.</summary>
    /// <param name="parameterType">Its type.</param>
    /// <param name="name">Its name.</param>
    public ScriptParameterInfo(Type parameterType, string name)
    {
        ParameterType = parameterType;
        Name = name;
        HasDefaultValue = false;
        DefaultValue = null;
    }

    /// <summary>An optional parameter.</summary>
    /// <param name="parameterType">Its type.</param>
    /// <param name="name">Its name.</param>
    /// <param name="defaultValue">Its value when it is not given.</param>
    public ScriptParameterInfo(Type parameterType, string name, object defaultValue)
        : this(parameterType, name)
    {
        HasDefaultValue = true;
        DefaultValue = defaultValue;
    }

    /// <summary>Its type.</summary>
    public readonly Type ParameterType;

    /// <summary>Its name.</summary>
    public readonly string Name;

    /// <summary>True when it need not be given.</summary>
    public readonly bool HasDefaultValue;

    /// <summary>Its value when it is not given.</summary>
    public readonly object DefaultValue;
}

/// <summary>What a function takes and gives.</summary>
public interface IScriptFunctionInfo
{
    /// <summary>How many arguments it must have.</summary>
    int RequiredParameterCount { get; }

    /// <summary>How many parameters it declares.</summary>
    int ParameterCount { get; }

    /// <summary>How it takes more.</summary>
    ScriptVarParamKind VarParamKind { get; }

    /// <summary>The type of its value.</summary>
    Type ReturnType { get; }

    /// <summary>A declared parameter.</summary>
    /// <param name="index">From zero.</param>
    /// <returns>The parameter.</returns>
    ScriptParameterInfo GetParameterInfo(int index);
}

/// <summary>A function that templates can call.</summary>
public interface IScriptCustomFunction : IScriptFunctionInfo
{
    /// <summary>Calls it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="callerContext">The call.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="blockStatement">The block given with <c>wrap</c>; null for none.</param>
    /// <returns>Its value.</returns>
    object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement);
}

/// <summary>Keeps a member out of reach of templates.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property)]
public class ScriptMemberIgnoreAttribute : Attribute
{
}

/// <summary>Where a template's text goes.</summary>
public interface IScriptOutput
{
    /// <summary>Writes text.</summary>
    /// <param name="text">The text it is part of.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How long it is.</param>
    void Write(string text, int offset, int count);
}

/// <summary>Output into memory.</summary>
public class StringBuilderOutput : IScriptOutput
{
    /// <summary>Makes an empty one.</summary>
    public StringBuilderOutput()
        : this(new System.Text.StringBuilder())
    {
    }

    /// <summary>Makes one over a builder.</summary>
    /// <param name="builder">The builder.</param>
    public StringBuilderOutput(System.Text.StringBuilder builder) => Builder = builder;

    /// <summary>What has been written.</summary>
    public System.Text.StringBuilder Builder { get; }

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Builder.Append(text, offset, count);

    /// <inheritdoc />
    public override string ToString() => Builder.ToString();
}

/// <summary>Finds and loads included texts.</summary>
public interface ITemplateLoader
{
    /// <summary>The path of a text.</summary>
    /// <param name="context">The context.</param>
    /// <param name="callerSpan">The include.</param>
    /// <param name="templateName">The name as written.</param>
    /// <returns>The path; null when there is none.</returns>
    string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>Loads a text.</summary>
    /// <param name="context">The context.</param>
    /// <param name="callerSpan">The include.</param>
    /// <param name="templatePath">Its path.</param>
    /// <returns>The text.</returns>
    string Load(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
