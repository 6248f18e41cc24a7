using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Tells the host's own requests from requests that it, or a proxy before it, passes on.</summary>
internal static class HostRequest
{
    private const string TriggerId = "X-Azure-Functions-InvocationId";

    /// <summary>The host's YARP proxy puts it on every HTTP request it passes on.</summary>
    private const string ProxiedId = "x-ms-invocation-id";

    private static readonly string[] ProxyPrefixes = ["X-Forwarded-", "X-Original-", "X-ARR-", "X-MS-CLIENT-"];
    private static readonly string[] ProxyHeaders = [ProxiedId, "Forwarded", "Via", "Origin", "Cookie"];

    /// <summary>The id of a trigger invocation that the host itself sends; null for anything else.</summary>
    public static string? TriggerInvocationId(IHeaderDictionary headers)
    {
        var id = headers[TriggerId].ToString();
        return id.Length > 0 && !headers.Keys.Any(IsOfProxy) ? id : null;
    }

    /// <summary>The id that the proxy gave the request, or a new one when it came some other way.</summary>
    public static string HttpInvocationId(IHeaderDictionary headers) =>
        headers[ProxiedId].ToString() is { Length: > 0 } id ? id : Guid.NewGuid().ToString();

    private static bool IsOfProxy(string header) =>
        Array.Exists(ProxyHeaders, name => header.Equals(name, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(ProxyPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
