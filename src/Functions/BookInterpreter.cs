using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;

namespace Notifieringar.Functions;

/// <summary>Books an interpreter for a home visit: <c>POST /interpreters/{unit}/{programme}/{id}</c> (docs/occasions.md).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class BookInterpreter(Workflows.BookInterpreter workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The visit's programme.</param>
    /// <param name="id">The visit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>204; 400 with what to mend; 404; 409 with why it cannot be.</returns>
    [Function(nameof(BookInterpreter))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "interpreters/{unit}/{programme}/{id}")] HttpRequest request,
        string unit,
        string programme,
        string id,
        CancellationToken cancellation) =>
        ChangeAnswer.Of(await workflow.RunAsync(
            new UnitId(unit), programme, new OccasionId(id), await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
}
