using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>The result of a vote: <c>GET /votes/{unit}/{programme}/{id}</c>. Counts from five votes up, never a name.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ShowVotes(CountVotes workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="id">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The result; 404.</returns>
    [Function(nameof(ShowVotes))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "votes/{unit}/{programme}/{id}")] HttpRequest request,
        string unit,
        string programme,
        string id,
        CancellationToken cancellation) =>
        await workflow.RunAsync(new UnitId(unit), programme, new OccasionId(id), cancellation) is { } result
            ? Results.Ok(result)
            : Results.Problem("There is no such vote.", statusCode: StatusCodes.Status404NotFound);
}
