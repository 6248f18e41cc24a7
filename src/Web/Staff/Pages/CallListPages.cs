using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>What only a person can settle.</summary>
/// <param name="list">The list.</param>
/// <param name="renderer">Renders.</param>
internal sealed class CallListPages(ReadCallList list, StaffRenderer renderer) : IStaffPage
{
    public string Name => "ringlista";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation) => request.Rest.IsEmpty
        ? await renderer.PageAsync<CallListPage>(
            new Dictionary<string, object?> { ["View"] = request.View, ["Rows"] = await list.RunAsync(request.Rules, cancellation).ConfigureAwait(false) }).ConfigureAwait(false)
        : null;

    public StaffRole? RoleFor(StaffRequest request) => request.Rest.IsEmpty ? StaffRole.Staff : null;

    // What somebody else has taken off meanwhile is done as well.
    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        await list.SettleAsync(request.Rules.Unit, request.Field("vem"), request.Field("klar"), cancellation).ConfigureAwait(false);
        return request.Back(Name, "settled");
    }
}
