using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Staff's pages (docs/access.md): everything under <c>/personal</c>, opened by a sign-in and a role in the unit.</summary>
/// <param name="pages">The pages.</param>
public sealed class StaffPages(Web.Staff.StaffPages pages)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">What stands after <c>/personal/</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A page, a file, or the way to one.</returns>
    [Function(nameof(StaffPages))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "personal/{*path}")] HttpRequest request, string? path, CancellationToken cancellation) =>
        pages.RunAsync(request, path ?? "", cancellation);
}
