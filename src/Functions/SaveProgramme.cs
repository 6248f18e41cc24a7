using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Functions;

/// <summary>Adds a programme or changes one: <c>PUT /programmes/{id}</c> with the programme as JSON and the function key.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SaveProgramme(Workflows.SaveProgramme workflow)
{
    private const long LongestProgramme = 64 * 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The programme's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>204; 400 with every mistake, where it is and what to write instead.</returns>
    [Function(nameof(SaveProgramme))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "programmes/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = await BoundedBody.ReadAsync(request, LongestProgramme, cancellation);
        if (body is null)
        {
            return Results.Problem("The programme is longer than 64 KiB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var problems = await workflow.RunAsync(id, Encoding.UTF8.GetString(body.ToArray()), cancellation);
        return problems.IsEmpty
            ? Results.NoContent()
            : Results.Problem("Mend what errors lists.", statusCode: StatusCodes.Status400BadRequest, extensions: [new("errors", problems)]);
    }
}
