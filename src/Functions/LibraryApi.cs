using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Web.Api;

namespace Notifieringar.Functions;

/// <summary>The API for the library system and scripts (docs/api.md): everything under <c>/api/</c>, opened by a unit's own key.</summary>
/// <param name="api">The API.</param>
public sealed class LibraryApi(ApiPipeline api)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">What stands after <c>/api/</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>JSON.</returns>
    [Function(nameof(LibraryApi))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/{*path}")] HttpRequest request, string? path, CancellationToken cancellation) =>
        api.RunAsync(request, path ?? "", cancellation);
}
