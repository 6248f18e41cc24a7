using Notifieringar.Model;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Says of the span we are in which campaign it is about.</summary>
internal static class CampaignTags
{
    public const string Campaign = "campaign";
    public const string Unit = "unit";
    public const string Programme = "programme";

    public static void Set(Campaign campaign)
    {
        Telemetry.Tag(Unit, campaign.Unit.Value);
        Telemetry.Tag(Campaign, campaign.Id);
        Telemetry.Tag(Programme, campaign.Programme);
        Telemetry.Tag("campaign.state", campaign.State.ToString());
    }
}
