using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Notifieringar.LocalHost.Emulator;
using Notifieringar.LocalHost.Triggers.Http;

namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>Passes a storage call on to the emulator byte for byte, and its whole answer back.</summary>
internal sealed class StorageForwarder(StorageEmulator emulator) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        // A connection kept open would hold up a stopping emulator.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1),
    });

    /// <exception cref="HttpRequestException">The emulator cannot be reached.</exception>
    public async Task ForwardAsync(HttpContext context, StorageService service)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = Build(context, emulator.Endpoints[(int)service], body.ToArray());

        // Once it is on its way it is done, also when the caller hangs up: that is what cannot be known from outside.
        using var answer = await _client.SendAsync(request, CancellationToken.None);
        var bytes = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (HeaderRules.PassesToClient(name))
            {
                context.Response.Headers.Append(name, values.ToArray());
            }
        }

        if (bytes.Length > 0)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Build(HttpContext context, Uri emulator, byte[] body)
    {
        // As it stood on the request line: the signature covers the path as it was sent, escapes and all.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(
            HttpMethod.Parse(context.Request.Method),
            new Uri(emulator.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body.Length > 0 || context.Request.ContentLength is not null)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (HeaderRules.PassesToClient(name) && !name.Equals("Expect", StringComparison.OrdinalIgnoreCase)
                && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return request;
    }
}
