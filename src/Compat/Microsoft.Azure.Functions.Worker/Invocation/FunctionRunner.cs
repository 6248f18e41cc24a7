using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Runs one function inside the middleware, cancels it with its request or the app, and logs a failure once.</summary>
internal sealed partial class FunctionRunner
{
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");

    private readonly FoundFunction _function;
    private readonly FunctionExecutionDelegate _pipeline;
    private readonly ILogger _log;
    private readonly JsonSerializerOptions _json;
    private readonly CancellationToken _stopping;

    public FunctionRunner(
        FoundFunction function,
        IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        ILoggerFactory loggers,
        JsonSerializerOptions json,
        CancellationToken stopping)
    {
        var method = new FunctionMethod(function);
        _function = function;
        _pipeline = middleware.Reverse().Aggregate(
            (FunctionExecutionDelegate)(context => method.Invoke((HandlerInvocation)context)),
            (next, step) => step(next));
        _log = loggers.CreateLogger("Function." + function.Name);
        _json = json;
        _stopping = stopping;
    }

    public FoundFunction Function => _function;

    /// <param name="http">The request that carries the invocation.</param>
    /// <param name="id">The invocation's id.</param>
    /// <param name="payload">What the host sent; null for a proxied HTTP request.</param>
    /// <param name="finish">What to do with the result; a fault in it is a fault of the function.</param>
    /// <returns>Whether the function succeeded.</returns>
    public async Task<bool> Run(HttpContext http, string id, TriggerPayload? payload, Func<HandlerInvocation, Task>? finish = null)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _stopping);
        using var activity = Source.StartActivity(_function.Name, ActivityKind.Server, Parent(http));
        activity?.SetTag("faas.invocation_id", id);
        try
        {
            var invocation = new HandlerInvocation(_function, http, id, payload, cancellation.Token) { Json = _json };
            await _pipeline(invocation).ConfigureAwait(false);
            if (finish is not null)
            {
                await finish(invocation).ConfigureAwait(false);
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.Cancelled(_log, _function.Name, id);
            return false;
        }
        catch (Exception fault)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            Log.Failed(_log, _function.Name, id, Names(fault), fault.StackTrace);
            return false;
        }
    }

    private static ActivityContext Parent(HttpContext http) =>
        Activity.Current is null
        && ActivityContext.TryParse(http.Request.Headers.TraceParent, http.Request.Headers.TraceState, isRemote: true, out var parent)
            ? parent
            : default;

    /// <summary>The types only: an exception's message may hold personal data.</summary>
    private static string Names(Exception fault) => fault.InnerException is { } inner
        ? $"{fault.GetType().FullName} because of {Names(inner)}"
        : fault.GetType().FullName!;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Function {Function}, invocation {InvocationId}, failed: {Exceptions}\n{StackTrace}")]
        public static partial void Failed(ILogger log, string function, string invocationId, string exceptions, string? stackTrace);

        [LoggerMessage(2, LogLevel.Warning, "Function {Function}, invocation {InvocationId}, was cancelled; the caller is gone or the app is stopping.")]
        public static partial void Cancelled(ILogger log, string function, string invocationId);
    }
}
