using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A pair of visitors is ill: <c>POST /visitors/{unit}/{pair}/ill</c> calls off what is left of their visits today.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class VisitorIll(OrderClosing workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="pair">The pair's short name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>202 with the change; 400 with what to mend; 404.</returns>
    [Function(nameof(VisitorIll))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "visitors/{unit}/{pair}/ill")] HttpRequest request,
        string unit,
        string pair,
        CancellationToken cancellation) =>
        ChangeAnswer.Of(await workflow.IllAsync(
            new UnitId(unit), Uri.UnescapeDataString(pair), await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
}
