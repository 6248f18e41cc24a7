using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Preparing a campaign: which programme, and then what it needs.</summary>
/// <param name="create">Prepares.</param>
/// <param name="definitions">Programmes and texts.</param>
/// <param name="renderer">Renders.</param>
internal sealed class CampaignDrafting(CreateCampaign create, DefinitionCache definitions, StaffRenderer renderer)
{
    /// <summary>Stands in the path after the page's name.</summary>
    public const string Name = "nytt";

    /// <summary>The choice of a programme, or the form for one.</summary>
    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (!request.Roles.Contains(StaffRole.Campaigner) || request.Rest.Length > 2)
        {
            return null;
        }

        var programmes = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).Where(CampaignNeeds.IsFor).ToList();
        if (request.Rest.Length == 1)
        {
            return await renderer.PageAsync<NewCampaignPage>(new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Programmes"] = programmes.OrderBy(one => one.Name, StaffWordsOfCampaigns.Alphabet).ToList(),
            }).ConfigureAwait(false);
        }

        return programmes.FirstOrDefault(one => one.Id == request.Rest[1]) is { } programme
            ? await FormAsync(request, programme, CampaignForm.Empty, problem: null, mistake: null, cancellation).ConfigureAwait(false)
            : null;
    }

    /// <summary>Prepares what is typed, or shows it again with what is to be mended.</summary>
    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        if (programmes.FirstOrDefault(one => one.Id == request.Rest[1] && CampaignNeeds.IsFor(one)) is not { } programme)
        {
            return null;
        }

        var form = CampaignForm.Of(request);
        return await create.RunAsync(request.Rules.Unit, form.Json(programme.Id, request.Who.Id), cancellation).ConfigureAwait(false) switch
        {
            CampaignOutcome.Done done => request.Back($"utskick/{done.Campaign.Id}", "campaign-created"),
            CampaignOutcome.Invalid { Mistake: var mistake } =>
                await FormAsync(request, programme, form, $"utskick.mistake.{mistake}", mistake, cancellation).ConfigureAwait(false),
            CampaignOutcome.Refused { Reason: var reason } =>
                await FormAsync(request, programme, form, $"said.campaign-{reason}", mistake: null, cancellation).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<IResult> FormAsync(
        StaffRequest request, Programme programme, CampaignForm form, string? problem, CampaignMistake? mistake, CancellationToken cancellation)
    {
        var values = new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Needs"] = await CampaignNeeds.OfAsync(programme, definitions, cancellation).ConfigureAwait(false),
            ["Form"] = form,
            ["Problem"] = problem,
            ["Wrong"] = CampaignForm.FieldOf(mistake),
        };
        return await renderer.PageAsync<CampaignFormPage>(values, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest).ConfigureAwait(false);
    }
}
