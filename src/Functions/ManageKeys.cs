using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Keys to the API (docs/api.md): <c>PUT /keys/{unit}/{name}</c> makes one and <c>POST</c> exchanges its secret, each shown this once;
/// <c>DELETE</c> revokes it, and <c>GET /keys/{unit}</c> lists them.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ManageKeys(IssueApiKey workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The key's name; null to list them.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>201 with the key; 200 with the list; 204 when it is revoked; 400, 404 or 409 with what to do.</returns>
    [Function(nameof(ManageKeys))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "put", "post", "delete", Route = "keys/{unit}/{name?}")] HttpRequest request,
        string unit,
        string? name,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request.Method, name) switch
        {
            ("GET", null) => Results.Ok(await workflow.ListAsync(new UnitId(unit), cancellation)),
            ("GET", _) or (_, null) => Results.Problem("Name a key, or GET the unit's.", statusCode: StatusCodes.Status404NotFound),
            ("PUT", _) => Answer(await workflow.IssueAsync(new UnitId(unit), name, Query(request, "days"), cancellation)),
            ("POST", _) => Answer(await workflow.ExchangeAsync(new UnitId(unit), name, Query(request, "days"), Query(request, "overlap"), cancellation)),
            _ => await RevokeAsync(new UnitId(unit), name, cancellation),
        };
    }

    private async Task<IResult> RevokeAsync(UnitId unit, string name, CancellationToken cancellation)
    {
        await workflow.RevokeAsync(unit, name, cancellation);
        return Results.NoContent();
    }

    private static string Query(HttpRequest request, string name) => request.Query[name].ToString();

    private static IResult Answer(IssuedKey outcome) => outcome switch
    {
        IssuedKey.Issued issued => Results.Json(new { issued.Key }, statusCode: StatusCodes.Status201Created),
        IssuedKey.Invalid invalid => Results.Problem(invalid.Problem, statusCode: StatusCodes.Status400BadRequest),
        IssuedKey.Taken taken => Results.Problem(taken.Problem, statusCode: StatusCodes.Status409Conflict),
        IssuedKey.NoKey => Results.Problem("The unit has no key of that name.", statusCode: StatusCodes.Status404NotFound),
        _ => Results.Problem("There is no such unit.", statusCode: StatusCodes.Status404NotFound),
    };
}
