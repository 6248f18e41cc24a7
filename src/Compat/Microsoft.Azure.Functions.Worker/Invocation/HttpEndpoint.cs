using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Answers the requests that the host proxies to HTTP functions.</summary>
internal static class HttpEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, FunctionRunner runner)
    {
        var trigger = runner.Function.Http!;
        RequestDelegate handle = http => Run(http, runner);
        var endpoint = trigger.Methods is { Length: > 0 } methods
            ? routes.MapMethods(trigger.Route!, methods.Select(method => method.ToUpperInvariant()), handle)
            : routes.Map(trigger.Route!, handle);
        endpoint.WithDisplayName(runner.Function.Name);
    }

    private static async Task Run(HttpContext http, FunctionRunner runner)
    {
        var id = HostRequest.HttpInvocationId(http.Request.Headers);
        if (await runner.Run(http, id, payload: null, WriteResult).ConfigureAwait(false) || http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (http.Response.HasStarted)
        {
            // Half a page must not look like a whole one.
            http.Abort();
            return;
        }

        http.Response.Clear();
        await Answer.Write(http, StatusCodes.Status500InternalServerError, Answer.Failed).ConfigureAwait(false);
    }

    /// <summary>A function that returns nothing has written its answer itself.</summary>
    private static Task WriteResult(HandlerInvocation invocation) => invocation.Result switch
    {
        null => Task.CompletedTask,
        IResult result => result.ExecuteAsync(invocation.Http),
        var value => Results.Json(value).ExecuteAsync(invocation.Http),
    };
}
