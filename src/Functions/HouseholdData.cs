using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Erasing;

namespace Notifieringar.Functions;

/// <summary>A household's right to its data (docs/privacy.md): <c>GET /households/{unit}/{person}</c> gives everything that is held about it,
/// <c>DELETE</c> erases it.</summary>
/// <param name="export">Gathers.</param>
/// <param name="erase">Takes orders.</param>
public sealed class HouseholdData(ExportHousehold export, OrderErasure erase)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request; <c>by</c> in its query says who orders, as an opaque id.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The household.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The data, or 202 with the address that tells how far the erasure has come; 404 for what does not exist.</returns>
    [Function(nameof(HouseholdData))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "delete", Route = "households/{unit}/{person}")] HttpRequest request,
        string unit,
        string person,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsDelete(request.Method))
        {
            return Answer(await erase.RunAsync(new UnitId(unit), person, request.Query["by"], cancellation));
        }

        return await export.RunAsync(new UnitId(unit), person, cancellation) is { } data
            ? Results.Ok(data)
            : Results.Problem("There is no such household in this unit.", statusCode: StatusCodes.Status404NotFound);
    }

    internal static IResult Answer(ErasureOutcome outcome) => outcome switch
    {
        ErasureOutcome.Ordered { Reference: var erasure } => Results.Accepted($"/erasures/{erasure.Unit}/{erasure.Erasure}", erasure),
        ErasureOutcome.Lifted => Results.NoContent(),
        ErasureOutcome.Invalid invalid => Results.Problem(invalid.Problem, statusCode: StatusCodes.Status400BadRequest),
        ErasureOutcome.Unknown unknown => Results.Problem(unknown.Problem, statusCode: StatusCodes.Status404NotFound),
        ErasureOutcome.Early early => Results.Problem(early.Problem, statusCode: StatusCodes.Status409Conflict),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
