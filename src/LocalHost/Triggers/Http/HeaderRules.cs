namespace Notifieringar.LocalHost.Triggers.Http;

/// <summary>Which headers pass between a client and the function process.</summary>
internal static class HeaderRules
{
    // RFC 9110, 7.6.1: these belong to one connection, not to the message.
    private static readonly HashSet<string> OneConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>
    /// Who is signed in, and how the request came in, is told by the platform alone: what a client says about it is dropped.
    /// </summary>
    public static bool PassesToFunction(string name) =>
        !OneConnection.Contains(name)
        && !name.Equals("Host", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("x-ms-invocation-id", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("x-ms-client-principal", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("x-ms-token-", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("x-forwarded-", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("x-azure-functions-", StringComparison.OrdinalIgnoreCase);

    public static bool PassesToClient(string name) => !OneConnection.Contains(name);
}
