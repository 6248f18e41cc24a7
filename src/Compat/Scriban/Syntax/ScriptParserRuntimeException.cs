using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An included text has errors.</summary>
public class ScriptParserRuntimeException : ScriptRuntimeException
{
    /// <summary>Creates the exception for the place of the include.</summary>
    public ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
        : this(span, message, parserMessages, null)
    {
    }

    /// <summary>Creates the exception for the place of the include.</summary>
    public ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages, Exception innerException)
        : base(span, message, innerException)
    {
        ArgumentNullException.ThrowIfNull(parserMessages);
        ParserMessages = parserMessages;
    }

    /// <summary>The errors of the included text.</summary>
    public LogMessageBag ParserMessages { get; }

    /// <inheritdoc />
    public override string Message => $"{base.Message} Parser messages:\n{ParserMessages}";
}
