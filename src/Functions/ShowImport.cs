using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Imports;

namespace Notifieringar.Functions;

/// <summary>Tells how an import went: <c>GET /imports/{unit}/{import}</c> with the function key.</summary>
/// <param name="imports">Reports.</param>
public sealed class ShowImport(ImportStore imports)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="import">The import's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The report; 404 when there is no such import.</returns>
    [Function(nameof(ShowImport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "imports/{unit}/{import}")] HttpRequest request,
        string unit,
        string import,
        CancellationToken cancellation) =>
        await imports.ReportAsync(new ImportReference(unit, import), cancellation) is { } report
            ? Results.Ok(report)
            : Results.Problem("There is no such import.", statusCode: StatusCodes.Status404NotFound);
}
