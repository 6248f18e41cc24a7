using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Keys to the API (docs/api.md): <c>PUT /keys/{unit}/{name}</c> makes one and shows it this once, <c>DELETE</c> revokes it.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ManageKeys(IssueApiKey workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>201 with the key; 204 when it is revoked; 400, 404 or 409 with what to do.</returns>
    [Function(nameof(ManageKeys))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", "delete", Route = "keys/{unit}/{name}")] HttpRequest request,
        string unit,
        string name,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsDelete(request.Method))
        {
            await workflow.RevokeAsync(new UnitId(unit), name, cancellation);
            return Results.NoContent();
        }

        return Answer(await workflow.IssueAsync(new UnitId(unit), name, cancellation));
    }

    private static IResult Answer(IssuedKey outcome) => outcome switch
    {
        IssuedKey.Issued issued => Results.Json(new { issued.Key }, statusCode: StatusCodes.Status201Created),
        IssuedKey.Invalid invalid => Results.Problem(invalid.Problem, statusCode: StatusCodes.Status400BadRequest),
        IssuedKey.Taken taken => Results.Problem(taken.Problem, statusCode: StatusCodes.Status409Conflict),
        _ => Results.Problem("There is no such unit.", statusCode: StatusCodes.Status404NotFound),
    };
}
