using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Web.Family;

namespace Notifieringar.Functions;

/// <summary>The address in e-mails that ends them: <c>POST /u/{token}</c> unsubscribes with one click, <c>GET</c> shows a page with a button.</summary>
/// <param name="pages">The pages.</param>
public sealed class Unsubscribe(UnsubscribePages pages)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">Whose e-mail it was in.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A page.</returns>
    [Function(nameof(Unsubscribe))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "u/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        pages.RunAsync(request, token, cancellation);
}
