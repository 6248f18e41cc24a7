namespace Microsoft.Azure.Functions.Worker;

/// <summary>The distributed trace that an invocation belongs to (W3C Trace Context).</summary>
public abstract class TraceContext
{
    /// <summary>The caller's <c>traceparent</c>; empty when it sent none.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The caller's <c>tracestate</c>; empty when it sent none.</summary>
    public abstract string TraceState { get; }
}
