namespace Scriban.Parsing;

/// <summary>How tokens are read into a syntax tree.</summary>
public record class ParserOptions
{
    internal static readonly ParserOptions Standard = new();

    /// <summary>The deepest nesting of one expression; 250 unless set.</summary>
    public int ExpressionDepthLimit { get; set; } = 250;

    /// <summary>Reads 1.5 as a decimal instead of a double.</summary>
    public bool ParseFloatAsDecimal { get; set; }
}
