using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The caller's token cancelled the rendering.</summary>
public class ScriptAbortException : ScriptRuntimeException
{
    /// <summary>Creates the exception for a place in a text.</summary>
    public ScriptAbortException(SourceSpan span, CancellationToken cancellationToken)
        : this(span, "The operation was cancelled", cancellationToken)
    {
    }

    /// <summary>Creates the exception for a place in a text.</summary>
    public ScriptAbortException(SourceSpan span, string message, CancellationToken cancellationToken)
        : base(span, message) => CancellationToken = cancellationToken;

    /// <summary>The token.</summary>
    public CancellationToken CancellationToken { get; }
}
