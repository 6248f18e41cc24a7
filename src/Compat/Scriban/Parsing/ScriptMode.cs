namespace Scriban.Parsing;

/// <summary>What a text consists of.</summary>
public enum ScriptMode
{
    /// <summary>Text with code in double braces.</summary>
    Default,

    /// <summary>Only the front matter is read.</summary>
    FrontMatterOnly,

    /// <summary>Front matter, then text with code.</summary>
    FrontMatterAndContent,

    /// <summary>Code without braces.</summary>
    ScriptOnly,
}
