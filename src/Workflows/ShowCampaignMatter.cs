using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Occasions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>What a campaign is about, as it was written down.</summary>
/// <param name="Starts">Local start of the occasion, or of each meeting of a series; none for what invites to nothing.</param>
/// <param name="Place">Where; null for nowhere.</param>
/// <param name="Text">What the texts say besides; null for nothing.</param>
/// <param name="Link">An address for the texts; null for none.</param>
/// <param name="VoteOn">The alternatives to vote on.</param>
/// <param name="Audience">Who of the programme's audience.</param>
public sealed record CampaignMatter(
    ImmutableArray<LocalDateTime> Starts, string? Place, string? Text, string? Link, ImmutableArray<string> VoteOn, CampaignAudience Audience);

/// <summary>Shows what a campaign is about.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="occasions">Occasions.</param>
public sealed class ShowCampaignMatter(CampaignTable campaigns, OccasionTable occasions)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="isTimed">True when the programme invites to occasions.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What it is about; null when it or its occasion is gone.</returns>
    public async Task<CampaignMatter?> FindAsync(UnitId unit, string id, bool isTimed, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(unit, id, cancellation).ConfigureAwait(false) is not { } campaign)
        {
            return null;
        }

        // An occasion that has been moved stands at another time than the campaign remembers.
        var all = await occasions.ListAsync(unit, campaign.Programme, cancellation).ConfigureAwait(false);
        return all.FirstOrDefault(one => one.Id == campaign.Occasion) is { } first
            ? new CampaignMatter(
                isTimed ? [.. all.Where(one => one.Id == first.Id || (one.Series is not null && one.Series == first.Id)).Select(one => one.Starts).Order()] : [],
                first.Place,
                first.Text,
                first.Link,
                first.VoteOn ?? [],
                campaign.Audience)
            : null;
    }
}
