using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;

namespace Notifieringar.Functions;

/// <summary>Stops all that leaves (<c>PUT /stops</c>, or <c>/stops/{unit}</c> for one unit, the reason as text), lets it go on
/// (<c>DELETE</c>) and tells how it stands (<c>GET</c>).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class StopSending(Workflows.StopSending workflow)
{
    private const long LongestReason = 4096;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit; null for everything.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The state from now on; 404 for an unknown unit.</returns>
    [Function(nameof(StopSending))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "put", "delete", Route = "stops/{unit?}")] HttpRequest request,
        string? unit,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        UnitId? stopped = unit is null ? null : new UnitId(unit);
        if (!await workflow.IsKnownAsync(stopped, cancellation))
        {
            return Results.Problem("There is no such unit.", statusCode: StatusCodes.Status404NotFound);
        }

        using var body = await BoundedBody.ReadAsync(request, LongestReason, cancellation);
        var reason = body is null ? null : System.Text.Encoding.UTF8.GetString(body.ToArray());
        return Results.Ok(
            HttpMethods.IsPut(request.Method) ? await workflow.StopAsync(stopped, reason, cancellation)
            : HttpMethods.IsDelete(request.Method) ? await workflow.ResumeAsync(stopped, cancellation)
            : await workflow.StateAsync(stopped, cancellation));
    }
}
