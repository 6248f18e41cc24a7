using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Changes;

namespace Notifieringar.Functions;

/// <summary>Imports (docs/imports.md), with the function key: <c>GET /imports/{unit}</c> lists them, <c>GET /imports/{unit}/{import}</c> tells how
/// one went, <c>POST /imports/{unit}/{import}/confirm</c> lets one in that was blocked, and <c>reject</c> does away with it.</summary>
/// <param name="show">Shows.</param>
/// <param name="confirm">Lets in.</param>
/// <param name="reject">Does away with.</param>
public sealed class SteerImports(ShowImports show, ConfirmImport confirm, RejectImport reject)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="import">The import's id; null for all.</param>
    /// <param name="action">What to do; null to show.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The list or the report; 202 when it is let in or rejected; 400 with what to mend; 404; 409 when it does not wait for anybody.</returns>
    [Function(nameof(SteerImports))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "imports/{unit}/{import?}/{action?}")] HttpRequest request,
        string unit,
        string? import,
        string? action,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (HttpMethods.IsGet(request.Method), import, action) switch
        {
            (true, null, _) => Results.Ok(await show.ListAsync(new UnitId(unit), cancellation)),
            (true, { } id, null) => Found(await show.ReportAsync(new ImportReference(unit, id), cancellation)),
            (false, { } id, "confirm") => Decided(
                new ImportReference(unit, id),
                await confirm.RunAsync(new ImportReference(unit, id), await ChangeAnswer.OrderAsync(request, cancellation), cancellation)),
            (false, { } id, "reject") => Decided(
                new ImportReference(unit, id),
                await reject.RunAsync(new ImportReference(unit, id), await ChangeAnswer.OrderAsync(request, cancellation), cancellation)),
            _ => Found(report: null),
        };
    }

    private static IResult Decided(ImportReference import, ChangeOutcome outcome) => outcome is ChangeOutcome.Done
        ? Results.Accepted($"/imports/{import.Unit}/{import.Import}", import)
        : ChangeAnswer.Of(outcome);

    private static IResult Found(ImportReport? report) => report is null
        ? Results.Problem("There is no such import, or nothing of that name can be done with it.", statusCode: StatusCodes.Status404NotFound)
        : Results.Ok(report);
}
