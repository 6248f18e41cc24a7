using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class HandlerTraceContext(IHeaderDictionary headers) : TraceContext
{
    public override string TraceParent { get; } = headers[HeaderNames.TraceParent].ToString();

    public override string TraceState { get; } = headers[HeaderNames.TraceState].ToString();
}
