using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Records.Imports;

namespace Notifieringar.Functions;

/// <summary>Takes an import file: <c>POST /import/{unit}</c> with the file as body and the function key.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ReceiveImport(Workflows.ReceiveImport workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>202 with the address of the report; 404 for an unknown unit; 413 for too large a file.</returns>
    [Function(nameof(ReceiveImport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "import/{unit}")] HttpRequest request, string unit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = await BoundedBody.ReadAsync(request, ImportStore.LargestFile, cancellation);
        if (file is null)
        {
            return Results.Problem("The file is larger than 64 MiB. Split it and import the parts.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        await using (file)
        {
            return await workflow.RunAsync(new UnitId(unit), file, cancellation) is { } import
                ? Results.Accepted($"/imports/{import.Unit}/{import.Import}", import)
                : Results.Problem("There is no such unit.", statusCode: StatusCodes.Status404NotFound);
        }
    }
}
