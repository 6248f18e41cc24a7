using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A template went wrong while it ran.</summary>
public class ScriptRuntimeException : Exception
{
    /// <summary>Makes it.</summary>
    /// <param name="span">Where.</param>
    /// <param name="message">What.</param>
    public ScriptRuntimeException(SourceSpan span, string message)
        : this(span, message, null)
    {
    }

    /// <summary>Makes it.</summary>
    /// <param name="span">Where.</param>
    /// <param name="message">What.</param>
    /// <param name="innerException">Why.</param>
    public ScriptRuntimeException(SourceSpan span, string message, Exception innerException)
        : base(message, innerException) => Span = span;

    /// <summary>Where.</summary>
    public SourceSpan Span { get; }

    /// <summary>The message without the place.</summary>
    public string OriginalMessage => base.Message;

    /// <inheritdoc />
    public override string Message => new LogMessage(ParserMessageType.Error, Span, base.Message).ToString();

    /// <inheritdoc />
    public override string ToString() => Message;
}

/// <summary>The caller stopped the template.</summary>
public class ScriptAbortException : ScriptRuntimeException
{
    /// <summary>Makes it.</summary>
    /// <param name="span">Where.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    public ScriptAbortException(SourceSpan span, CancellationToken cancellationToken)
        : base(span, "The operation was cancelled") => CancellationToken = cancellationToken;

    /// <summary>The token that was cancelled.</summary>
    public CancellationToken CancellationToken { get; }
}

/// <summary>A text that was to be included cannot be parsed.</summary>
public class ScriptParserRuntimeException : ScriptRuntimeException
{
    /// <summary>Makes it.</summary>
    /// <param name="span">Where it was to be included.</param>
    /// <param name="message">What.</param>
    /// <param name="parserMessages">What is wrong in the text.</param>
    public ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
        : base(span, message) => ParserMessages = parserMessages;

    /// <summary>What is wrong in the text.</summary>
    public LogMessageBag ParserMessages { get; }
}
