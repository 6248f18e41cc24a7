using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A template failed while it was rendered.</summary>
public class ScriptRuntimeException : Exception
{
    /// <summary>Creates the exception for a place in a text.</summary>
    public ScriptRuntimeException(SourceSpan span, string message)
        : this(span, message, null)
    {
    }

    /// <summary>Creates the exception for a place in a text.</summary>
    public ScriptRuntimeException(SourceSpan span, string message, Exception innerException)
        : base(message, innerException) => Span = span;

    /// <summary>The place.</summary>
    public SourceSpan Span { get; }

    /// <summary>File, line and column counted from one, and what happened.</summary>
    public override string Message => LogMessage.Format(Span, ParserMessageType.Error, base.Message);

    /// <summary>What happened, without the place.</summary>
    public string OriginalMessage => base.Message;

    /// <inheritdoc />
    public override string ToString() => Message;
}
