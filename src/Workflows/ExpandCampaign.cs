using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Finds the people of one shard whom a campaign is meant for. Who is to be told now then stands in a chunk, who is to be told later is
/// invited, and due. May be killed at any moment and run twice: whoever is invited is not invited again.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="shards">How far each shard has come.</param>
/// <param name="reading">Reads a campaign with all it names.</param>
/// <param name="people">People.</param>
/// <param name="inviting">Invites.</param>
/// <param name="cutting">Cuts chunks.</param>
/// <param name="options">How large a chunk is.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class ExpandCampaign(
    CampaignTable campaigns,
    CampaignShards shards,
    CampaignReading reading,
    PeopleTable people,
    CampaignInviting inviting,
    CampaignCutting cutting,
    SendingOptions options,
    IClock clock,
    ILogger<ExpandCampaign> logger)
{
    // Full chunks, and enough that codes, which are spread over many partitions, share their requests.
    private const int ChunksAtOnce = 3;

    /// <summary>Runs.</summary>
    /// <param name="reference">The campaign and shard.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When everyone is invited, or someone else is at it, or the campaign no longer runs.</returns>
    public async Task RunAsync(CampaignReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var unit = new UnitId(reference.Unit);
        if (await campaigns.FindAsync(unit, reference.Campaign, cancellation).ConfigureAwait(false) is not { State: CampaignState.Running } campaign
            || await reading.ReadAsync(campaign, cancellation).ConfigureAwait(false) is not { } context
            || (await shards.ReadAsync(campaign, cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Shard == reference.Shard) is not { IsDone: false } shard)
        {
            return;
        }

        CampaignTags.Set(campaign);
        var atOnce = ChunksAtOnce * options.PeoplePerChunk;
        var meant = new List<(Recipient Recipient, Invitation Invitation)>();
        await foreach (var recipient in people.ReadAllAsync(unit, shard.Shard, shard.Cursor, cancellation).ConfigureAwait(false))
        {
            if (context.InvitationOf(recipient) is { } invitation && NeverSend.Reason(recipient, invitation) is null)
            {
                meant.Add((recipient, invitation));
            }

            if (meant.Count == atOnce)
            {
                if (await InviteAsync(context, shard, meant, isLast: false, cancellation).ConfigureAwait(false) is not { } next)
                {
                    return;
                }

                shard = next;
                meant.Clear();
            }
        }

        if (await InviteAsync(context, shard, meant, isLast: true, cancellation).ConfigureAwait(false) is { } done)
        {
            Telemetry.Tag("invited", done.Invited);
            Log.Invited(logger, campaign.Id, unit, done.Shard, done.Invited);
        }
    }

    // The cursor is written after the people: what a crash leaves between them is done again, and finds them invited.
    private async Task<CampaignShard?> InviteAsync(
        CampaignContext context, CampaignShard shard, List<(Recipient Recipient, Invitation Invitation)> meant, bool isLast, CancellationToken cancellation)
    {
        var told = await inviting.InviteAsync(context, shard.Shard, meant, cancellation).ConfigureAwait(false);
        await cutting.CutAsync(context, shard.Shard, told, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        var next = shard with
        {
            Cursor = meant.Count > 0 ? meant[^1].Recipient.Person.Id.Value : shard.Cursor,
            Invited = shard.Invited + meant.Count,
            IsDone = isLast,
        };
        return await shards.WriteAsync(context.Campaign, next, cancellation).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Campaign {Campaign} of {Unit}: shard {Shard} is invited, {Invited} people.")]
        public static partial void Invited(ILogger logger, string campaign, UnitId unit, string shard, int invited);
    }
}
