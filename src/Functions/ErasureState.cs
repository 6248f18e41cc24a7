using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Erasing;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>How far an erasure has come (<c>GET /erasures/{unit}/{id}</c>); <c>DELETE</c> lets the household come back with an import.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ErasureState(ShowErasure workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The erasure's id, which the import's finding names too.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The erasure, or 204; 404 for what does not exist; 409 for one that is not done.</returns>
    [Function(nameof(ErasureState))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "delete", Route = "erasures/{unit}/{id}")] HttpRequest request,
        string unit,
        string id,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reference = new ErasureReference(unit, id);
        if (HttpMethods.IsDelete(request.Method))
        {
            return HouseholdData.Answer(await workflow.LiftAsync(reference, cancellation));
        }

        return await workflow.FindAsync(reference, cancellation) is { } shown
            ? Results.Ok(shown)
            : Results.Problem("There is no such erasure.", statusCode: StatusCodes.Status404NotFound);
    }
}
