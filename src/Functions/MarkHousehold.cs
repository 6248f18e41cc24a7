using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;

namespace Notifieringar.Functions;

/// <summary>What staff must know of a home: <c>PUT</c> and <c>DELETE /homes/{unit}/{person}/two-visitors</c> and <c>…/relative-interprets</c>
/// (docs/occasions.md).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class MarkHousehold(Workflows.MarkHousehold workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person visited.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>204; 400 with what to mend; 404.</returns>
    [Function(nameof(MarkHousehold))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", "delete", Route = "homes/{unit}/{person}/{mark}")] HttpRequest request,
        string unit,
        string person,
        string mark,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stands = HttpMethods.IsPut(request.Method);
        return ChangeAnswer.Of(await workflow.RunAsync(new UnitId(unit), person, mark, stands, await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
    }
}
