using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>How the app's dependencies are (<c>GET /halsa</c>, docs/operations.md), for whoever watches over it.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class AppHealth(ShowHealth workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>200 with a word for each; 503 when the app cannot work.</returns>
    [Function(nameof(AppHealth))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "halsa")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var health = await workflow.RunAsync(cancellation);
        return Results.Json(health, statusCode: health.IsUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
