namespace Notifieringar.Web.Api;

/// <summary>Which endpoint a path means.</summary>
/// <param name="endpoints">All of them.</param>
public sealed class ApiRoutes(IEnumerable<IApiEndpoint> endpoints)
{
    private readonly IApiEndpoint[] _endpoints = [.. endpoints];

    internal IEnumerable<IApiEndpoint> All => _endpoints;

    /// <summary>The endpoint and what stands for <c>{id}</c>; null when there is none. What is written out wins over what has a name.</summary>
    internal (IApiEndpoint Endpoint, string Id)? Find(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var endpoint in _endpoints.Where(endpoint => endpoint.Method == method).OrderBy(endpoint => endpoint.Path.Contains('{', StringComparison.Ordinal)))
        {
            var pattern = endpoint.Path.Split('/');
            if (pattern.Length == parts.Length && pattern.Zip(parts).All(pair => pair.First == pair.Second || pair.First == "{id}"))
            {
                var at = Array.IndexOf(pattern, "{id}");
                return (endpoint, at < 0 ? "" : parts[at]);
            }
        }

        return null;
    }
}
