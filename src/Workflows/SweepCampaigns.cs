using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Begins approved campaigns at their time, queues shards whose message is lost, and ends campaigns whose every notice is settled,
/// after comparing what should be with what is.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="shards">How far each shard has come.</param>
/// <param name="definitions">Units.</param>
/// <param name="check">Compares.</param>
/// <param name="campaignSwitch">What this instance has read of campaigns.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="time">Real time, for messages that are lost.</param>
/// <param name="leases">How long a shard may stand still before it is taken for lost. Two at one shard do no harm: the slower one stops.</param>
/// <param name="logger">Log.</param>
public sealed partial class SweepCampaigns(
    CampaignTable campaigns,
    CampaignShards shards,
    DefinitionCache definitions,
    CampaignCheck check,
    CampaignSwitch campaignSwitch,
    Queues queues,
    IClock clock,
    TimeProvider time,
    LeaseOptions leases,
    ILogger<SweepCampaigns> logger)
{
    private static readonly Duration CheckEvery = Duration.FromMinutes(5);

    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every campaign has been looked at.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var campaign in await campaigns.UnderWayAsync(cancellation).ConfigureAwait(false))
        {
            var running = campaign;
            if (campaign.State == CampaignState.Approved)
            {
                if (campaign.StartsAt > now || await BeginAsync(campaign, cancellation).ConfigureAwait(false) is not { } begun)
                {
                    continue;
                }

                running = begun;
            }

            await RunAsync(running, hasJustBegun: campaign.State == CampaignState.Approved, now, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<Campaign?> BeginAsync(Campaign campaign, CancellationToken cancellation)
    {
        var rules = await definitions.UnitAsync(campaign.Unit, cancellation).ConfigureAwait(false);
        await shards.AddAsync(campaign, Keys.Shards(rules.Shards), cancellation).ConfigureAwait(false);
        if (!await campaigns.UpdateAsync(campaign with { State = CampaignState.Running, CheckedAt = null }, cancellation).ConfigureAwait(false))
        {
            return null; // paused or called off this very moment
        }

        campaignSwitch.Forget();
        Log.Begun(logger, campaign.Id, campaign.Unit);
        return await campaigns.FindAsync(campaign.Unit, campaign.Id, cancellation).ConfigureAwait(false);
    }

    private async Task RunAsync(Campaign campaign, bool hasJustBegun, Instant now, CancellationToken cancellation)
    {
        var realNow = Instant.FromDateTimeOffset(time.GetUtcNow());
        var open = (await shards.ReadAsync(campaign, cancellation).ConfigureAwait(false)).Where(shard => !shard.IsDone).ToList();

        // A message that came while the campaign was paused is gone.
        var still = open.Where(shard => hasJustBegun || shard.TouchedAt + leases.Time < realNow).ToList();
        if (still.Count > 0)
        {
            await QueueAsync(campaign, still, cancellation).ConfigureAwait(false);
        }

        if (open.Count > 0 || campaign.CheckedAt + CheckEvery > now)
        {
            return;
        }

        var result = await check.RunAsync(campaign, cancellation).ConfigureAwait(false);
        var changed = result is null ? campaign with { CheckedAt = now } : campaign with { CheckedAt = now, Result = result, State = CampaignState.Done };
        if (await campaigns.UpdateAsync(changed, cancellation).ConfigureAwait(false) && result is not null)
        {
            campaignSwitch.Forget();
            using var span = Telemetry.Continue("campaign done", campaign.Trace);
            CampaignTags.Set(changed);
            Log.Ended(logger, campaign.Id, campaign.Unit, result.Invited);
        }
    }

    private async Task QueueAsync(Campaign campaign, IEnumerable<CampaignShard> still, CancellationToken cancellation)
    {
        using var span = Telemetry.Continue("queue shards", campaign.Trace);
        CampaignTags.Set(campaign);
        foreach (var shard in still)
        {
            if (await shards.WriteAsync(campaign, shard, cancellation).ConfigureAwait(false) is not null)
            {
                var reference = new CampaignReference(campaign.Unit.Value, campaign.Id, shard.Shard);
                await queues.SendAsync(Queues.Campaigns, reference, delay: null, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Campaign {Campaign} of {Unit} has begun.")]
        public static partial void Begun(ILogger logger, string campaign, UnitId unit);

        [LoggerMessage(2, LogLevel.Information, "Campaign {Campaign} of {Unit} is done: {Invited} people.")]
        public static partial void Ended(ILogger logger, string campaign, UnitId unit, int invited);
    }
}
