using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Answers what the host itself asks: <c>GET /</c> and <c>POST /FunctionName</c> for timers and queues.</summary>
internal sealed class TriggerEndpoint(IEnumerable<FunctionRunner> triggers)
{
    private readonly FrozenDictionary<string, FunctionRunner> _triggers =
        triggers.ToFrozenDictionary(runner => runner.Function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers the request if it is the host's own, and passes every other on.</summary>
    public Task Invoke(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value is { Length: > 0 } given ? given[1..] : string.Empty;
        if (path.Length == 0 && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            return Answer.Write(http, StatusCodes.Status200OK, Answer.Done);
        }

        if (HttpMethods.IsPost(http.Request.Method) && _triggers.TryGetValue(path, out var runner))
        {
            return HostRequest.TriggerInvocationId(http.Request.Headers) is { } id
                ? Run(http, id, runner)
                : Answer.Write(http, StatusCodes.Status403Forbidden, Answer.Refused);
        }

        return http.GetEndpoint() is null
            ? Answer.Write(http, StatusCodes.Status404NotFound, Answer.Unknown)
            : next(http);
    }

    private static async Task Run(HttpContext http, string id, FunctionRunner runner)
    {
        TriggerPayload payload;
        try
        {
            payload = await TriggerPayload.Read(http.Request.Body, http.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            await Answer.Write(http, StatusCodes.Status400BadRequest, Answer.NotAnInvocation).ConfigureAwait(false);
            return;
        }

        using (payload)
        {
            await (await runner.Run(http, id, payload).ConfigureAwait(false)
                ? Answer.Write(http, StatusCodes.Status200OK, Answer.Done)
                : Answer.Write(http, StatusCodes.Status500InternalServerError, Answer.Failed)).ConfigureAwait(false);
        }
    }
}
