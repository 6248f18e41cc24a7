namespace Scriban.Parsing;

/// <summary>How a text is split into tokens.</summary>
public record class LexerOptions
{
    internal static readonly LexerOptions Standard = new();

    /// <summary>What the text consists of.</summary>
    public ScriptMode Mode { get; set; }

    /// <summary>The line that begins and ends the front matter; "+++" unless set.</summary>
    public string FrontMatterMarker { get; set; } = "+++";

    /// <summary>Where in the text to begin.</summary>
    public TextPosition StartPosition { get; set; }
}
