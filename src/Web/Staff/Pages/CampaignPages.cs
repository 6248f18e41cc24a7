using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Web.Api;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Campaigns: the list, a new one, and one with its dry run, tests, progress and result.</summary>
/// <param name="show">Shows.</param>
/// <param name="matter">What one is about.</param>
/// <param name="dryRun">Shows what would be sent.</param>
/// <param name="steer">Approves, pauses, resumes, calls off.</param>
/// <param name="drafting">Prepares.</param>
/// <param name="testing">Sends tests.</param>
/// <param name="definitions">Programmes and texts.</param>
/// <param name="renderer">Renders.</param>
internal sealed class CampaignPages(
    ShowCampaigns show,
    ShowCampaignMatter matter,
    DryRunCampaign dryRun,
    SteerCampaign steer,
    CampaignDrafting drafting,
    CampaignTesting testing,
    DefinitionCache definitions,
    StaffRenderer renderer) : IStaffPage
{
    public string Name => "utskick";

    public Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation) => request.Rest switch
    {
        [] => ListAsync(request, cancellation),
        [CampaignDrafting.Name, ..] => drafting.ShowAsync(request, cancellation),
        [var id] => OneAsync(request, id, new Looking(), cancellation),
        _ => Task.FromResult<IResult?>(null),
    };

    public StaffRole? RoleFor(StaffRequest request) => request.Rest switch
    {
        [CampaignDrafting.Name, _] => StaffRole.Campaigner,
        [CampaignDrafting.Name] => null,
        [_] => CampaignActions.RoleFor(request.Field("gor"), request.Roles),
        _ => null,
    };

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Rest[0] == CampaignDrafting.Name)
        {
            return await drafting.DoAsync(request, cancellation).ConfigureAwait(false);
        }

        var (unit, id) = (request.Rules.Unit, request.Rest[0]);
        switch (request.Field("gor"))
        {
            case CampaignActions.DryRun:
                return await dryRun.RunAsync(unit, id, cancellation).ConfigureAwait(false) is { } report
                    ? await OneAsync(request, id, new Looking(Report: report), cancellation).ConfigureAwait(false)
                    : request.Back($"{Name}/{id}", $"campaign-{CampaignRefusal.NotDraft}");
            case CampaignActions.Test:
                var form = TestForm.Of(request);
                var (answer, problem) = await testing.DoAsync(request, id, form, cancellation).ConfigureAwait(false);
                return answer ?? await OneAsync(request, id, new Looking(Test: form, TestProblem: problem), cancellation).ConfigureAwait(false);
            default:
                return await SteerAsync(request, unit, id, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IResult?> SteerAsync(StaffRequest request, UnitId unit, string id, CancellationToken cancellation)
    {
        var action = request.Field("gor");
        var outcome = await (action switch
        {
            CampaignActions.Approve => steer.ApproveAsync(unit, id, request.Who.Id, cancellation),
            CampaignActions.Pause => steer.PauseAsync(unit, id, cancellation),
            CampaignActions.Resume => steer.ResumeAsync(unit, id, cancellation),
            _ => steer.CancelAsync(unit, id, cancellation),
        }).ConfigureAwait(false);
        return outcome switch
        {
            CampaignOutcome.Done => request.Back($"{Name}/{id}", $"campaign-{action}"),
            CampaignOutcome.Refused { Reason: var reason } => request.Back($"{Name}/{id}", $"campaign-{reason}"),
            _ => null,
        };
    }

    private async Task<IResult?> ListAsync(StaffRequest request, CancellationToken cancellation) => await renderer.PageAsync<CampaignsPage>(new Dictionary<string, object?>
    {
        ["View"] = request.View,
        ["Campaigns"] = await show.OverviewAsync(request.Rules.Unit, cancellation).ConfigureAwait(false),
        ["Names"] = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal),
        ["CanPrepare"] = request.Roles.Contains(StaffRole.Campaigner),
    }).ConfigureAwait(false);

    private async Task<IResult?> OneAsync(StaffRequest request, string id, Looking looking, CancellationToken cancellation)
    {
        if (!CampaignAnswers.IsId(id) || await show.FindAsync(request.Rules.Unit, id, cancellation).ConfigureAwait(false) is not { } campaign)
        {
            return null;
        }

        var programme = await definitions.ProgrammeAsync(campaign.Programme, cancellation).ConfigureAwait(false);
        var isTimed = programme.Occasion.Kind != OccasionKind.None;
        var needsAnother = CampaignActions.NeedsAnother(campaign, request, programme);
        return await renderer.PageAsync<CampaignPage>(
            new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Campaign"] = campaign,
                ["Name"] = programme.Name,
                ["Matter"] = await matter.FindAsync(request.Rules.Unit, id, isTimed, cancellation).ConfigureAwait(false),
                ["Actions"] = CampaignActions.Of(request.Roles, campaign, needsAnother),
                ["NeedsAnother"] = needsAnother,
                ["Report"] = looking.Report,
                ["Texts"] = CampaignActions.CanLook(request.Roles) ? await TextsAsync(campaign, cancellation).ConfigureAwait(false) : [],
                ["Test"] = looking.Test ?? TestForm.Empty,
                ["TestProblem"] = looking.TestProblem,
            },
            looking.TestProblem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<(Channel Channel, string Language)>> TextsAsync(CampaignView campaign, CancellationToken cancellation) =>
    [
        .. (await definitions.TextsAsync(campaign.Programme, campaign.Step, cancellation).ConfigureAwait(false))
            .Select(text => (text.Key.Channel, text.Key.Language))
            .OrderBy(key => key.Channel).ThenBy(key => key.Language != "sv").ThenBy(key => key.Language, StringComparer.Ordinal),
    ];

    private sealed record Looking(DryRunReport? Report = null, TestForm? Test = null, string? TestProblem = null);
}
