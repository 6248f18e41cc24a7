using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Workflows;
using NodaTime.Text;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Who has done what, for administrators.</summary>
/// <param name="audit">The log.</param>
/// <param name="renderer">Renders.</param>
internal sealed class AuditPages(KeepAudit audit, StaffRenderer renderer) : IStaffPage
{
    private const int LongestKey = 64;

    public string Name => "logg";

    public StaffRole? OpenTo => StaffRole.Administrator;

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (!request.Rest.IsEmpty)
        {
            return null;
        }

        var query = request.Http.Query;
        var day = LocalDatePattern.Iso.Parse(query["dag"].ToString()) is { Success: true, Value: var asked } ? (NodaTime.LocalDate?)asked : null;
        var page = await audit.ReadAsync(request.Rules.Unit, day, Short(query["efter"].ToString()), cancellation).ConfigureAwait(false);
        return await renderer.PageAsync<AuditLogPage>(new Dictionary<string, object?> { ["View"] = request.View, ["Log"] = page }).ConfigureAwait(false);
    }

    // A row key is never longer.
    private static string Short(string text) => text.Length > LongestKey ? "" : text;

    // There is nothing to do here: what has been done stands.
    public StaffRole? RoleFor(StaffRequest request) => null;

    public Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation) => Task.FromResult<IResult?>(null);
}
