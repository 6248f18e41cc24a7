namespace Microsoft.Azure.Functions.Worker.Discovery;

/// <summary>
/// The rule that keeps the internet away from timers and queues. A custom handler takes trigger invocations, at
/// <c>/FunctionName</c>, on the same port as proxied requests; so no route may ever match a function's name.
/// </summary>
internal static class FunctionRoutes
{
    /// <summary>First segments that the Functions host keeps for itself; it refuses every route that begins with one.</summary>
    private static readonly string[] Reserved = ["admin", "runtime"];

    /// <exception cref="InvalidOperationException">Two functions share a name, or a route breaks the rule.</exception>
    public static void Check(IEnumerable<string> functionNames, IEnumerable<(string Function, string? Route)> httpRoutes)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in functionNames)
        {
            if (!names.Add(name))
            {
                throw new InvalidOperationException($"Two functions are called {name}; names differ by more than case.");
            }
        }

        Dictionary<string, string> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (function, route) in httpRoutes)
        {
            var segment = FirstSegment(function, route);
            if (names.Contains(segment))
            {
                throw new InvalidOperationException(
                    $"Route '{route}' of function {function} begins with the name of a function, so the internet could invoke that function: choose another first segment.");
            }

            if (!owners.TryAdd(segment, function))
            {
                throw new InvalidOperationException(
                    $"Functions {owners[segment]} and {function} share the first route segment '{segment}': give each its own.");
            }
        }
    }

    private static string FirstSegment(string function, string? route)
    {
        if (string.IsNullOrWhiteSpace(route))
        {
            throw new InvalidOperationException(
                $"Function {function} has no route, so its path would be its name: set Route on its HttpTrigger.");
        }

        var segment = route.Split('/')[0];
        if (segment.Length == 0 || segment.IndexOfAny(['{', '}', '*', '?', '~', '%', '\\', ' ']) >= 0)
        {
            throw new InvalidOperationException(
                $"Route '{route}' of function {function} must begin with a literal segment: no leading slash, parameter or catch-all at the root.");
        }

        if (Array.Exists(Reserved, word => segment.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(
                $"Route '{route}' of function {function} begins like a route of the Functions host (admin, runtime), which refuses it.");
        }

        return segment;
    }
}
