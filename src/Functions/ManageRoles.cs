using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Changes;

namespace Notifieringar.Functions;

/// <summary>Who may do what on staff's pages (docs/access.md): <c>PUT /roles/{unit}/{user}</c> gives roles, <c>DELETE</c> takes them all.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ManageRoles(GiveRoles workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="user">The id that the sign-in gives.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>204; 400 with what to mend; 404.</returns>
    [Function(nameof(ManageRoles))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", "delete", Route = "roles/{unit}/{user}")] HttpRequest request,
        string unit,
        string user,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsPut(request.Method))
        {
            return ChangeAnswer.Of(await workflow.RunAsync(new UnitId(unit), user, await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
        }

        await workflow.TakeAsync(new UnitId(unit), user, cancellation);
        return ChangeAnswer.Of(new ChangeOutcome.Done());
    }
}
