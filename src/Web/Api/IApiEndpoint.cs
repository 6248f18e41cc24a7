using Notifieringar.Workflows;

namespace Notifieringar.Web.Api;

/// <summary>One thing that can be asked of the API. <c>openapi.json</c> describes the same; a test compares.</summary>
public interface IApiEndpoint
{
    /// <summary>GET or POST.</summary>
    string Method { get; }

    /// <summary>The path below <c>/api/</c>, with names in braces: <c>pickups/{id}/collected</c>.</summary>
    string Path { get; }

    /// <summary>The longest body that is taken, in bytes.</summary>
    long LongestBody => 1024 * 1024;

    /// <summary>Does what is asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The answer.</returns>
    Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation);
}

/// <summary>A request of a caller who is known.</summary>
/// <param name="Caller">The caller, and the only unit there is for it.</param>
/// <param name="Id">What stands for <c>{id}</c> in the path; empty when nothing does.</param>
/// <param name="Query">Gives a value of the query; null when it is left out.</param>
/// <param name="Body">The body.</param>
/// <param name="Name">Names the request: the same for a repeated one. Empty for a GET.</param>
public sealed record ApiRequest(ApiCaller Caller, string Id, Func<string, string?> Query, MemoryStream Body, string Name)
{
    /// <summary>The body as text.</summary>
    public string Json => System.Text.Encoding.UTF8.GetString(Body.ToArray());
}
