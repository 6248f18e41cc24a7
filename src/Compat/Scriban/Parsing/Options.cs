namespace Scriban.Parsing;

/// <summary>How a source text is read.</summary>
public enum ScriptMode
{
    /// <summary>Text with code in <c>{{ }}</c>.</summary>
    Default,

    /// <summary>Only the front matter.</summary>
    FrontMatterOnly,

    /// <summary>Front matter, then text with code.</summary>
    FrontMatterAndContent,

    /// <summary>Only code, without braces.</summary>
    ScriptOnly,
}

/// <summary>Options of the parser.</summary>
public struct ParserOptions
{
    private int? _expressionDepthLimit;

    /// <summary>How deep expressions may nest.</summary>
    public int ExpressionDepthLimit
    {
        readonly get => _expressionDepthLimit ?? 250;
        set => _expressionDepthLimit = value;
    }

    /// <summary>Reads numbers with a decimal point as decimal.</summary>
    public bool ParseFloatAsDecimal { get; set; }
}

/// <summary>Options of the lexer.</summary>
public struct LexerOptions
{
    /// <summary>How the text is read.</summary>
    public ScriptMode Mode { get; set; }

    /// <summary>The line that begins and ends front matter.</summary>
    public string FrontMatterMarker { get; set; }
}
