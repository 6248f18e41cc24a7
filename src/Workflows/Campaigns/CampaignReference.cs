namespace Notifieringar.Workflows.Campaigns;

/// <summary>The queue message that lets one shard's people be invited.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Shard">The shard.</param>
public sealed record CampaignReference(string Unit, string Campaign, string Shard);
