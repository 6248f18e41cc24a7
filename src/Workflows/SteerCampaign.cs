using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Approves, pauses, resumes and calls off campaigns.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="definitions">Units, programmes and texts.</param>
/// <param name="campaignSwitch">What this instance has read of campaigns.</param>
/// <param name="clock">The time now.</param>
/// <param name="logger">Log.</param>
public sealed partial class SteerCampaign(
    CampaignTable campaigns, DefinitionCache definitions, CampaignSwitch campaignSwitch, IClock clock, ILogger<SteerCampaign> logger)
{
    private const int Attempts = 5;

    /// <summary>Approves a draft after a dry run: the texts are fixed as they are now.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="by">Who approves, as an opaque id. A large campaign, and one of discretion D2, needs another than who prepared it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The approved campaign, or why it is not.</returns>
    public async Task<CampaignOutcome> ApproveAsync(UnitId unit, string id, string? by, CancellationToken cancellation)
    {
        if (!CampaignDraft.IsName(by))
        {
            return new CampaignOutcome.Invalid("by must say who approves the campaign: letters, digits and hyphens.");
        }

        return await ChangeAsync(
            unit,
            id,
            async campaign =>
            {
                var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
                var (programme, _) = await definitions.StepAsync(campaign.Programme, campaign.Step, cancellation).ConfigureAwait(false);
                var needsAnother = campaign.Recipients > rules.SecondApprovalAbove || programme.Discretion == Discretion.D2;
                return campaign switch
                {
                    { State: not CampaignState.Draft } => Refused("Only a draft can be approved.", CampaignRefusal.NotDraft),
                    { Recipients: null } => Refused("Make a dry run first, and look at it.", CampaignRefusal.NoDryRun),
                    _ when needsAnother && campaign.By == by => Refused("Another person must approve this campaign: it is large, or taking part in it is sensitive.", CampaignRefusal.NeedsAnother),
                    _ => Changed(campaign with
                    {
                        State = CampaignState.Approved,
                        ApprovedBy = by,
                        StartsAt = Instant.Max(campaign.StartsAt, clock.GetCurrentInstant()),
                        Pins = TextPins.Of(await definitions.TextsAsync(campaign.Programme, campaign.Step, cancellation).ConfigureAwait(false)),
                        Trace = Telemetry.TraceParent,
                    }),
                };
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Holds a campaign; within a minute nothing of it leaves.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The campaign, or why it is not held.</returns>
    public Task<CampaignOutcome> PauseAsync(UnitId unit, string id, CancellationToken cancellation) => ChangeAsync(
        unit,
        id,
        campaign => Task.FromResult(campaign.State is CampaignState.Approved or CampaignState.Running
            ? Changed(campaign with { State = CampaignState.Paused })
            : Refused("Only a campaign that is approved or running can be paused.", CampaignRefusal.NotUnderWay)),
        cancellation);

    /// <summary>Lets a held campaign go on. What has become too late meanwhile is dropped.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The campaign, or why it does not go on.</returns>
    public Task<CampaignOutcome> ResumeAsync(UnitId unit, string id, CancellationToken cancellation) => ChangeAsync(
        unit,
        id,
        campaign => Task.FromResult(campaign.State == CampaignState.Paused
            ? Changed(campaign with { State = CampaignState.Approved })
            : Refused("Only a paused campaign can be resumed.", CampaignRefusal.NotPaused)),
        cancellation);

    /// <summary>Calls a campaign off. What has left has left.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The campaign, or why it cannot be called off.</returns>
    public Task<CampaignOutcome> CancelAsync(UnitId unit, string id, CancellationToken cancellation) => ChangeAsync(
        unit,
        id,
        campaign => Task.FromResult(campaign.State is not (CampaignState.Done or CampaignState.Cancelled)
            ? Changed(campaign with { State = CampaignState.Cancelled })
            : Refused("The campaign is over.", CampaignRefusal.Over)),
        cancellation);

    private static (Campaign? Changed, CampaignOutcome.Refused? Refusal) Changed(Campaign campaign) => (campaign, null);

    private static (Campaign? Changed, CampaignOutcome.Refused? Refusal) Refused(string problem, CampaignRefusal reason) =>
        (null, new CampaignOutcome.Refused(problem, reason));

    private async Task<CampaignOutcome> ChangeAsync(
        UnitId unit, string id, Func<Campaign, Task<(Campaign? Changed, CampaignOutcome.Refused? Refusal)>> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await campaigns.FindAsync(unit, id, cancellation).ConfigureAwait(false) is not { } campaign)
            {
                return new CampaignOutcome.Unknown("There is no such campaign in this unit.");
            }

            var (changed, refusal) = await change(campaign).ConfigureAwait(false);
            if (changed is null)
            {
                return refusal!;
            }

            if (await campaigns.UpdateAsync(changed, cancellation).ConfigureAwait(false))
            {
                campaignSwitch.Forget();
                CampaignTags.Set(changed);
                Log.Changed(logger, id, unit, changed.State);
                return new CampaignOutcome.Done(changed);
            }
        }

        return new CampaignOutcome.Refused("Others kept changing the campaign; try again.", CampaignRefusal.Busy);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Campaign {Campaign} of {Unit} is {State}.")]
        public static partial void Changed(ILogger logger, string campaign, UnitId unit, CampaignState state);
    }
}
