using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;

namespace Notifieringar.Functions;

/// <summary>Nobody goes alone to a home: <c>PUT</c> and <c>DELETE /homes/{unit}/{person}/two-visitors</c> (docs/occasions.md).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class MarkHousehold(Workflows.MarkHousehold workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person visited.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>204; 400 with what to mend; 404.</returns>
    [Function(nameof(MarkHousehold))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", "delete", Route = "homes/{unit}/{person}/two-visitors")] HttpRequest request,
        string unit,
        string person,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var needsTwo = HttpMethods.IsPut(request.Method);
        return ChangeAnswer.Of(await workflow.RunAsync(new UnitId(unit), person, needsTwo, await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
    }
}
