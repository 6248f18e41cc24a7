using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Silencing;

namespace Notifieringar.Functions;

/// <summary>Silences a household (<c>POST /silences/{unit}</c>, docs/silences.md) and shows the receipt (<c>GET /silences/{unit}/{id}</c>).</summary>
/// <param name="workflow">Takes orders.</param>
/// <param name="journal">Receipts.</param>
public sealed class Silence(OrderSilence workflow, SilenceJournal journal)
{
    private const long LongestOrder = 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The silence's id, to see its receipt.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>202 with the address of the receipt, or the receipt; 400 with what to mend; 404 for what does not exist.</returns>
    [Function(nameof(Silence))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "silences/{unit}/{id?}")] HttpRequest request,
        string unit,
        string? id,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsGet(request.Method))
        {
            var receipt = id is null ? null : await journal.ReceiptAsync(new SilenceReference(unit, id), cancellation);
            return receipt is null ? Results.Problem("There is no such silence.", statusCode: StatusCodes.Status404NotFound) : Results.Ok(receipt);
        }

        using var body = await BoundedBody.ReadAsync(request, LongestOrder, cancellation);
        var order = body is null ? "" : System.Text.Encoding.UTF8.GetString(body.ToArray());
        return Answer(await workflow.RunAsync(new UnitId(unit), order, cancellation));
    }

    private static IResult Answer(SilenceOutcome outcome) => outcome switch
    {
        SilenceOutcome.Ordered { Reference: var silence } => Results.Accepted($"/silences/{silence.Unit}/{silence.Silence}", silence),
        SilenceOutcome.Invalid invalid => Results.Problem(invalid.Problem, statusCode: StatusCodes.Status400BadRequest),
        SilenceOutcome.Unknown unknown => Results.Problem(unknown.Problem, statusCode: StatusCodes.Status404NotFound),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
