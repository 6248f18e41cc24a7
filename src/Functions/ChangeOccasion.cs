using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Staff's word on one occasion: <c>POST /occasions/{unit}/{programme}/{id}/move</c>, <c>…/cancel</c>, <c>…/late</c> and <c>…/result</c>
/// (docs/occasions.md).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ChangeOccasion(OrderChange workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="id">The occasion.</param>
    /// <param name="what">What has happened.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>202 with the change; 204 for a result; 400 with what to mend; 404; 409 with why it cannot be.</returns>
    [Function(nameof(ChangeOccasion))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "occasions/{unit}/{programme}/{id}/{what}")] HttpRequest request,
        string unit,
        string programme,
        string id,
        string what,
        CancellationToken cancellation) =>
        ChangeAnswer.Of(await workflow.RunAsync(
            new UnitId(unit), programme, new OccasionId(id), what, await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
}
