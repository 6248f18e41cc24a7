using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Notifieringar.LocalHost.Triggers.Http;

/// <summary>Passes a request on to the function process and its answer back, both streaming.</summary>
internal sealed class Forwarder : IDisposable
{
    private static readonly TimeSpan ActivityLimit = TimeSpan.FromSeconds(240);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ResponseDrainTimeout = TimeSpan.FromSeconds(2),
    });

    /// <exception cref="HttpRequestException">The function process cannot be reached.</exception>
    public async Task ForwardAsync(HttpContext context, Uri functionProcess, IEnumerable<(string Name, string Value)> platformHeaders)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(ActivityLimit);
        using var request = BuildRequest(context.Request, functionProcess);
        foreach (var (name, value) in platformHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _client.SendAsync(request, limit.Token);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (HeaderRules.PassesToClient(name))
            {
                context.Response.Headers.Append(name, values.ToArray());
            }
        }

        await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
        await body.CopyToAsync(context.Response.Body, limit.Token);
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage BuildRequest(HttpRequest from, Uri functionProcess)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Parse(from.Method), new Uri(functionProcess, from.Path.ToUriComponent() + from.QueryString.ToUriComponent()));
        if (from.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            request.Content = new StreamContent(from.Body);
        }

        foreach (var (name, values) in from.Headers)
        {
            if (HeaderRules.PassesToFunction(name) && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        request.Headers.Add("x-ms-invocation-id", Guid.NewGuid().ToString());
        request.Headers.TryAddWithoutValidation("x-forwarded-host", from.Host.Value);
        request.Headers.TryAddWithoutValidation("x-forwarded-proto", from.Scheme);
        request.Headers.TryAddWithoutValidation("x-forwarded-for", from.HttpContext.Connection.RemoteIpAddress?.ToString());
        return request;
    }
}
