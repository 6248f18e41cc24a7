using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Chunks;

namespace Notifieringar.Workflows;

/// <summary>A campaign as staff see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="By">Who prepared it.</param>
/// <param name="ApprovedBy">Who approved it; null before.</param>
/// <param name="Recipients">How many the dry run found; null before one.</param>
/// <param name="Invited">How many are invited by now.</param>
/// <param name="InChunks">How many stand in chunks that are being sent.</param>
/// <param name="Sent">How many stood in chunks that have been sent, and whose receipts are awaited.</param>
/// <param name="Result">What became of it; null before it is done.</param>
public sealed record CampaignView(
    string Id,
    string Programme,
    string Step,
    string State,
    DateTimeOffset StartsAt,
    string By,
    string? ApprovedBy,
    int? Recipients,
    int Invited,
    int InChunks,
    int Sent,
    CampaignResult? Result);

/// <summary>A campaign in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Invited">How many are invited by now.</param>
public sealed record ListedCampaign(string Id, string Programme, string Step, CampaignState State, DateTimeOffset StartsAt, int Invited);

/// <summary>Shows campaigns with their progress, from the rows of their shards and chunks: nobody is counted one by one.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="shards">How far each shard has come.</param>
/// <param name="chunks">Chunks.</param>
public sealed class ShowCampaigns(CampaignTable campaigns, CampaignShards shards, ChunkTable chunks)
{
    /// <summary>Shows one.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The campaign; null when there is none.</returns>
    public async Task<CampaignView?> FindAsync(UnitId unit, string id, CancellationToken cancellation) =>
        await campaigns.FindAsync(unit, id, cancellation).ConfigureAwait(false) is { } campaign
            ? await ViewAsync(campaign, cancellation).ConfigureAwait(false)
            : null;

    /// <summary>Shows all of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<CampaignView>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var views = new List<CampaignView>();
        foreach (var campaign in (await campaigns.ListAsync(unit, cancellation).ConfigureAwait(false)).OrderByDescending(one => one.StartsAt))
        {
            views.Add(await ViewAsync(campaign, cancellation).ConfigureAwait(false));
        }

        return views;
    }

    /// <summary>Lists all of a unit, for a page that is opened often: what is not under way needs no counting.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<ListedCampaign>> OverviewAsync(UnitId unit, CancellationToken cancellation)
    {
        var all = (await campaigns.ListAsync(unit, cancellation).ConfigureAwait(false)).OrderByDescending(one => one.StartsAt);
        return await Task.WhenAll(all.Select(async campaign => new ListedCampaign(
            campaign.Id,
            campaign.Programme,
            campaign.Step,
            campaign.State,
            campaign.StartsAt.ToDateTimeOffset(),
            await InvitedAsync(campaign, cancellation).ConfigureAwait(false)))).ConfigureAwait(false);
    }

    private async Task<int> InvitedAsync(Campaign campaign, CancellationToken cancellation) =>
        campaign.Result?.Invited
        ?? (campaign.State is CampaignState.Draft ? 0 : (await shards.ReadAsync(campaign, cancellation).ConfigureAwait(false)).Sum(shard => shard.Invited));

    private async Task<CampaignView> ViewAsync(Campaign campaign, CancellationToken cancellation)
    {
        var invited = await shards.ReadAsync(campaign, cancellation).ConfigureAwait(false);
        var (open, closed) = await chunks.CountAsync(campaign, cancellation).ConfigureAwait(false);
        return new CampaignView(
            campaign.Id,
            campaign.Programme,
            campaign.Step,
            campaign.State.ToString(),
            campaign.StartsAt.ToDateTimeOffset(),
            campaign.By,
            campaign.ApprovedBy,
            campaign.Recipients,
            invited.Sum(shard => shard.Invited),
            open,
            closed,
            campaign.Result);
    }
}
