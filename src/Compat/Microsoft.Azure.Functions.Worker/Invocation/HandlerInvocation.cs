using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Discovery;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>One invocation that came in as the HTTP request <see cref="Http"/>.</summary>
internal sealed class HandlerInvocation(FoundFunction function, HttpContext http, string id, TriggerPayload? payload, CancellationToken cancellation)
    : FunctionContext
{
    private HandlerBindingContext? _binding;
    private HandlerRetryContext? _retry;
    private HandlerTraceContext? _trace;
    private IServiceProvider? _services;
    private IDictionary<object, object>? _items;

    public override string InvocationId => id;

    public override string FunctionId => function.Id;

    public override FunctionDefinition FunctionDefinition => function;

    public override TraceContext TraceContext => _trace ??= new HandlerTraceContext(http.Request.Headers);

    public override BindingContext BindingContext => _binding ??= new HandlerBindingContext(payload, http.Request.RouteValues);

    public override RetryContext RetryContext => _retry ??= new HandlerRetryContext(payload);

    public override IServiceProvider InstanceServices
    {
        get => _services ?? http.RequestServices;
        set => _services = value;
    }

    public override IDictionary<object, object> Items
    {
        get => _items ??= new Dictionary<object, object>();
        set => _items = value;
    }

    public override CancellationToken CancellationToken => cancellation;

    public HttpContext Http => http;

    /// <summary>What the host sent; null for a proxied HTTP request.</summary>
    public TriggerPayload? Payload => payload;

    public JsonSerializerOptions Json { get; init; } = JsonSerializerOptions.Web;

    /// <summary>What the function returned, once it has.</summary>
    public object? Result { get; set; }
}
