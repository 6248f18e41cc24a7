using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Web.Family;

namespace Notifieringar.Functions;

/// <summary>The page that letters and messages lead to: <c>GET /s/{code}</c> shows, <c>POST</c> answers, <c>GET /s</c> asks for the code.</summary>
/// <param name="pages">The pages.</param>
public sealed class FamilyPage(FamilyPages pages)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="code">The code; null when it is to be typed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A page, or the way to one.</returns>
    [Function(nameof(FamilyPage))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "s/{code?}")] HttpRequest request, string? code, CancellationToken cancellation) =>
        pages.RunAsync(request, code, cancellation);
}
