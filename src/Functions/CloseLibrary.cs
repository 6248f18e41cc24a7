using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>An emergency closing: <c>POST /closing/{unit}</c> with its days. What is laid on them is called off, and what is to be collected is
/// kept until the next open day.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class CloseLibrary(OrderClosing workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>202 with the change; 400 with what to mend; 404.</returns>
    [Function(nameof(CloseLibrary))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "closing/{unit}")] HttpRequest request, string unit, CancellationToken cancellation) =>
        ChangeAnswer.Of(await workflow.CloseAsync(new UnitId(unit), await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
}
