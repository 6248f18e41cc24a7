using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;

namespace Notifieringar.Functions;

/// <summary>Creates a unit or changes its rules: <c>PUT /units/{unit}</c> with the rules as JSON (docs/units.md) and the function key.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SaveUnit(Workflows.SaveUnit workflow)
{
    private const long LongestRules = 64 * 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>204; 400 with what to mend.</returns>
    [Function(nameof(SaveUnit))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "units/{unit}")] HttpRequest request, string unit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = await BoundedBody.ReadAsync(request, LongestRules, cancellation);
        var problem = body is null
            ? "The rules are longer than 64 KiB."
            : await workflow.RunAsync(new UnitId(unit), System.Text.Encoding.UTF8.GetString(body.ToArray()), cancellation);
        return problem is null ? Results.NoContent() : Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
    }
}
