namespace Scriban.Parsing;

/// <summary>One finding of the parser.</summary>
public class LogMessage
{
    /// <summary>Creates a message.</summary>
    public LogMessage(ParserMessageType type, SourceSpan span, string message)
    {
        Type = type;
        Span = span;
        Message = message;
    }

    /// <summary>Error or warning.</summary>
    public ParserMessageType Type { get; set; }

    /// <summary>Where in the text.</summary>
    public SourceSpan Span { get; set; }

    /// <summary>What is wrong, in English.</summary>
    public string Message { get; set; }

    /// <summary>"file(line,column) : error : text"; a text without a name is called &lt;input&gt;.</summary>
    public override string ToString() => Format(Span, Type, Message);

    internal static string Format(SourceSpan span, ParserMessageType type, string text) =>
        $"{span.FileName ?? "<input>"}({span.Start.ToStringSimple()}) : {(type == ParserMessageType.Error ? "error" : "warning")} : {text}";
}
