using Notifieringar.Records.Chunks;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Finds whom a chunk is about.</summary>
/// <param name="stores">What is read.</param>
/// <param name="campaigns">Campaigns.</param>
/// <param name="reading">Reads a campaign with all it names.</param>
/// <param name="invitations">Invites.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class ChunkReading(
    DispatchStores stores, CampaignSwitch campaigns, CampaignReading reading, InvitationWriter invitations, IClock clock)
{
    /// <summary>The people; null for a campaign's when the campaign, or what it was about, is gone.</summary>
    internal async Task<IChunkPeople?> OfAsync(Chunk chunk, CancellationToken cancellation)
    {
        if (!chunk.IsOfPeople)
        {
            return new DuePeople(stores, chunk, clock);
        }

        return chunk.Occasion is { } occasion
            && await campaigns.FindAsync(chunk.Unit, chunk.Programme, occasion, chunk.Step, cancellation).ConfigureAwait(false) is { } campaign
            && await reading.ReadAsync(campaign, cancellation).ConfigureAwait(false) is { } context
                ? new CampaignPeople(stores, invitations, chunk, context)
                : null;
    }
}
