using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Web.Staff.Settings;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>The unit's rules as a form, and programmes as they are written.</summary>
/// <param name="units">Checks and saves rules.</param>
/// <param name="programmes">The pages of programmes.</param>
/// <param name="definitions">Programmes.</param>
/// <param name="renderer">Renders.</param>
internal sealed class SettingPages(SaveUnit units, ProgrammePosting programmes, DefinitionCache definitions, StaffRenderer renderer) : IStaffPage
{
    public string Name => "installningar";

    public StaffRole? OpenTo => StaffRole.Administrator;

    public long LongestForm => 256 * 1024;

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Rest is ["program", var id])
        {
            return await programmes.ShowAsync(request, id, cancellation).ConfigureAwait(false);
        }

        return request.Rest.IsEmpty && await units.FindAsync(request.Rules.Unit, cancellation).ConfigureAwait(false) is var (json, version)
            ? await PageAsync(request, UnitForm.Of(JsonNode.Parse(json)!.AsObject(), version, UnitDefaults.Of(request.Rules)), message: null, cancellation).ConfigureAwait(false)
            : null;
    }

    public StaffRole? RoleFor(StaffRequest request) => request.Rest is [] or ["program", _] ? StaffRole.Administrator : null;

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Rest is ["program", var id])
        {
            return await programmes.SaveAsync(request, id, cancellation).ConfigureAwait(false);
        }

        if (await units.FindAsync(request.Rules.Unit, cancellation).ConfigureAwait(false) is not var (kept, _))
        {
            return null;
        }

        var (form, json) = UnitForm.Of(request).Over(JsonNode.Parse(kept)!.AsObject());
        if (!form.Wrong.IsEmpty)
        {
            return await PageAsync(request, form, "installningar.wrong", cancellation).ConfigureAwait(false);
        }

        return await units.ReplaceAsync(request.Rules.Unit, json, form.Version, cancellation).ConfigureAwait(false) switch
        {
            (null, true) => request.Back(Name, "rulesSaved"),
            (null, false) => await PageAsync(request, form, "installningar.changed", cancellation).ConfigureAwait(false),
            var (problem, _) => await PageAsync(request, form.Blamed(problem!), "installningar.wrong", cancellation).ConfigureAwait(false),
        };
    }

    private async Task<IResult> PageAsync(StaffRequest request, UnitForm form, string? message, CancellationToken cancellation) =>
        await renderer.PageAsync<SettingsPage>(
            new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Form"] = form,
                ["Message"] = message,
                ["Programmes"] = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false),
            },
            message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
}
