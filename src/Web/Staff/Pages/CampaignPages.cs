using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Campaigns: the list, and one with its dry run, progress and result.</summary>
/// <param name="show">Shows.</param>
/// <param name="dryRun">Shows what would be sent.</param>
/// <param name="steer">Approves, pauses, resumes, calls off.</param>
/// <param name="definitions">Programmes.</param>
/// <param name="renderer">Renders.</param>
internal sealed class CampaignPages(ShowCampaigns show, DryRunCampaign dryRun, SteerCampaign steer, DefinitionCache definitions, StaffRenderer renderer) : IStaffPage
{
    private const string DryRun = "dryRun";
    private const string Approve = "approve";
    private const string Pause = "pause";
    private const string Resume = "resume";
    private const string Cancel = "cancel";

    public string Name => "utskick";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Rest is [var id])
        {
            return await show.FindAsync(request.Rules.Unit, id, cancellation).ConfigureAwait(false) is { } campaign
                ? await PageAsync(request, campaign, report: null, cancellation).ConfigureAwait(false)
                : null;
        }

        var names = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal);
        return request.Rest.IsEmpty
            ? await renderer.PageAsync<CampaignsPage>(new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Campaigns"] = await show.ListAsync(request.Rules.Unit, cancellation).ConfigureAwait(false),
                ["Names"] = names,
            }).ConfigureAwait(false)
            : null;
    }

    public StaffRole? RoleFor(StaffRequest request) => (request.Rest.Length, request.Field("gor")) switch
    {
        (1, Approve) => StaffRole.Approver,
        (1, DryRun or Pause or Resume or Cancel) => StaffRole.Campaigner,
        _ => null,
    };

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        var (unit, id) = (request.Rules.Unit, request.Rest[0]);
        var action = request.Field("gor");
        if (action == DryRun)
        {
            var report = await dryRun.RunAsync(unit, id, cancellation).ConfigureAwait(false);
            return await show.FindAsync(unit, id, cancellation).ConfigureAwait(false) is { } campaign
                ? await PageAsync(request, campaign, report, cancellation).ConfigureAwait(false)
                : null;
        }

        var outcome = await (action switch
        {
            Approve => steer.ApproveAsync(unit, id, request.Who.Id, cancellation),
            Pause => steer.PauseAsync(unit, id, cancellation),
            Resume => steer.ResumeAsync(unit, id, cancellation),
            _ => steer.CancelAsync(unit, id, cancellation),
        }).ConfigureAwait(false);
        return outcome is CampaignOutcome.Unknown ? null : request.Back($"{Name}/{id}", outcome is CampaignOutcome.Done ? $"campaign-{action}" : "campaignRefused");
    }

    private async Task<IResult> PageAsync(StaffRequest request, CampaignView campaign, DryRunReport? report, CancellationToken cancellation)
    {
        var programme = await definitions.ProgrammeAsync(campaign.Programme, cancellation).ConfigureAwait(false);
        var needsAnother = campaign is { State: nameof(CampaignState.Draft), Recipients: { } recipients } && campaign.By == request.Who.Id
            && (recipients > request.Rules.SecondApprovalAbove || programme.Discretion == Discretion.D2);
        return await renderer.PageAsync<CampaignPage>(new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Campaign"] = campaign,
            ["Name"] = programme.Name,
            ["Actions"] = Actions(request.Roles, campaign, needsAnother),
            ["NeedsAnother"] = needsAnother,
            ["Report"] = report,
        }).ConfigureAwait(false);
    }

    // Only what can be done: a button that is refused teaches nobody anything.
    private static IReadOnlyList<string> Actions(ImmutableHashSet<StaffRole> roles, CampaignView campaign, bool needsAnother)
    {
        string[] steering = Enum.Parse<CampaignState>(campaign.State) switch
        {
            CampaignState.Draft => [DryRun, Cancel],
            CampaignState.Approved or CampaignState.Running => [Pause, Cancel],
            CampaignState.Paused => [Resume, Cancel],
            _ => [],
        };
        var canApprove = campaign is { State: nameof(CampaignState.Draft), Recipients: not null } && !needsAnother && roles.Contains(StaffRole.Approver);
        return [.. canApprove ? [Approve] : Array.Empty<string>(), .. roles.Contains(StaffRole.Campaigner) ? steering : []];
    }
}
