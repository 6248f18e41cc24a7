using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Why a chunk is not sent.</summary>
internal enum SendingHold
{
    /// <summary>It is sent.</summary>
    None,

    /// <summary>Not now: sending is stopped, or its campaign is paused.</summary>
    Held,

    /// <summary>Never: its campaign has been called off.</summary>
    CalledOff,
}

/// <summary>Asks everything that can hold a chunk back.</summary>
/// <param name="stop">Stops of a unit, or of everything.</param>
/// <param name="campaigns">Campaigns.</param>
public sealed class SendingHolds(StopSwitch stop, CampaignSwitch campaigns)
{
    internal async Task<SendingHold> OfAsync(Chunk chunk, CancellationToken cancellation)
    {
        if (await stop.IsStoppedAsync(chunk.Unit, cancellation).ConfigureAwait(false))
        {
            return SendingHold.Held;
        }

        return chunk.Occasion is { } occasion
            ? HoldOf(await campaigns.FindAsync(chunk.Unit, chunk.Programme, occasion, chunk.Step, cancellation).ConfigureAwait(false))
            : SendingHold.None;
    }

    /// <summary>What a campaign's state means for its notices.</summary>
    internal static SendingHold HoldOf(Campaign? campaign) => campaign?.State switch
    {
        CampaignState.Paused => SendingHold.Held,
        CampaignState.Cancelled => SendingHold.CalledOff,
        _ => SendingHold.None,
    };
}
