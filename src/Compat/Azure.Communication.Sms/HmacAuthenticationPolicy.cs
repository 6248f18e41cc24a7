using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Sms;

/// <summary>
/// Signs each try with the resource's key. It must stand after the retry policy: the service refuses a signature whose date is old,
/// so every try needs its own.
/// </summary>
internal sealed class HmacAuthenticationPolicy(AzureKeyCredential credential, TimeProvider time) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        AddHeaders(message.Request, body.ToArray());
        ProcessNext(message, pipeline);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken).ConfigureAwait(false);
        }

        AddHeaders(message.Request, body.ToArray());
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
    }

    /// <summary>The value of x-ms-content-sha256.</summary>
    internal static string HashOf(ReadOnlySpan<byte> body) => Convert.ToBase64String(SHA256.HashData(body));

    /// <summary>The value of Authorization for the given request, date (RFC 1123) and content hash.</summary>
    internal static string AuthorizationFor(string method, Uri uri, string date, string contentHash, string key)
    {
        // Uri.Authority leaves out a port that is the scheme's own, as the Host header does.
        var toSign = $"{method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{contentHash}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.ASCII.GetBytes(toSign));
        return $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={Convert.ToBase64String(signature)}";
    }

    private void AddHeaders(Request request, byte[] body)
    {
        var date = time.GetUtcNow().ToString("r");
        var hash = HashOf(body);
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("Date", date);
        request.Headers.SetValue("x-ms-content-sha256", hash);
        request.Headers.SetValue("Authorization", AuthorizationFor(request.Method.Method, request.Uri.ToUri(), date, hash, credential.Key));
    }
}
