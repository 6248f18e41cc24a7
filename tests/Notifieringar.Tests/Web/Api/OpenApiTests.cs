using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Web;
using Notifieringar.Web.Api;

namespace Notifieringar.Tests.Web.Api;

/// <summary>The description says what there is, and its examples are those of docs/api.md, which a scenario sends.</summary>
public sealed partial class OpenApiTests
{
    private static readonly JsonElement Paths = JsonDocument.Parse(ApiDescription.Json).RootElement.GetProperty("paths");

    [Fact]
    public void Paths_AreThoseOfTheRegisteredEndpoints()
    {
        var described = Paths.EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"))
            .Where(path => path != $"GET /api/{ApiDescription.Path}");

        Assert.Equal(Endpoints().Select(endpoint => $"{endpoint.Method} /api/{endpoint.Path}").Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Endpoints_AreAllRegistered() =>
        Assert.Equal(typeof(IApiEndpoint).Assembly.GetTypes().Count(type => type.IsClass && type.IsAssignableTo(typeof(IApiEndpoint))), Endpoints().Count);

    [Fact]
    public void EveryPost_AsksForAnIdempotencyKey() =>
        Assert.All(
            Paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Where(method => method.Name == "post"),
            post => Assert.Contains("IdempotencyKey", post.Value.GetProperty("parameters").ToString(), StringComparison.Ordinal));

    [Fact]
    public void Examples_AreThoseOfTheDocument()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "api.md"));
        var sent = Request().Matches(document).Select(match => JsonNode.Parse(match.Groups[1].Value)).ToList();
        var examples = Paths.EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(method => method.Value.TryGetProperty("requestBody", out _))
            .SelectMany(method => method.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject())
            .Where(content => content.Name == "application/json")
            .Select(content => JsonNode.Parse(content.Value.GetProperty("example").ToString()));

        Assert.All(examples, example => Assert.Contains(sent, request => JsonNode.DeepEquals(request, example)));
    }

    [Theory]
    [InlineData("GET", "campaigns", "campaigns", "")]
    [InlineData("GET", "campaigns/abc~hello", "campaigns/{id}", "abc~hello")]
    [InlineData("POST", "people/file", "people/file", "")]
    [InlineData("POST", "pickups/x/collected", "pickups/{id}/collected", "x")]
    [InlineData("GET", "people", null, null)]
    [InlineData("POST", "campaigns/x/approve", null, null)]
    public void Find_APath_IsItsEndpoint(string method, string path, string? endpoint, string? id)
    {
        var found = new ApiRoutes(Endpoints()).Find(method, path);

        Assert.Equal((endpoint, id), (found?.Endpoint.Path, found?.Id));
    }

    // Their paths need nothing of what they work with.
    private static List<IApiEndpoint> Endpoints() =>
    [
        .. new ServiceCollection().AddLibraryApi()
            .Where(service => service.ServiceType == typeof(IApiEndpoint))
            .Select(service => (IApiEndpoint)RuntimeHelpers.GetUninitializedObject(service.ImplementationType!)),
    ];

    [GeneratedRegex("```http\nPOST [^\n]*\nIdempotency-Key: [^\n]*\n\n(\\{.*?)```", RegexOptions.Singleline)]
    private static partial Regex Request();
}
