using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Cuts a campaign's people into chunks and queues them.</summary>
/// <param name="chunks">Chunks.</param>
/// <param name="queues">Queues.</param>
/// <param name="options">How large a chunk is.</param>
public sealed class CampaignCutting(ChunkTable chunks, Queues queues, SendingOptions options)
{
    /// <summary>Cuts people of one shard. Cut again after a crash, whoever stands in two chunks is told by one of them.</summary>
    /// <param name="context">The campaign.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="people">Whom, in order.</param>
    /// <param name="now">Since when they should be told.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When everyone stands in a queued chunk.</returns>
    internal async Task CutAsync(
        CampaignContext context, string shard, IReadOnlyList<PersonId> people, Instant now, CancellationToken cancellation)
    {
        var campaign = context.Campaign;
        var cut = people.Chunk(options.PeoplePerChunk).Select(part => new Chunk(
            Keys.CampaignBatch(campaign, ""),
            campaign.Unit,
            shard,
            part[0],
            part[^1],
            campaign.Programme,
            campaign.Step,
            WorkPartition: "",
            part.Length,
            campaign.Pins,
            campaign.Occasion,
            now));
        foreach (var reference in await chunks.AddAsync([.. cut], cancellation).ConfigureAwait(false))
        {
            await queues.SendAsync(Queues.Chunks, reference, delay: null, cancellation).ConfigureAwait(false);
        }
    }
}
