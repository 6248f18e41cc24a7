using System.Globalization;
using Notifieringar.Model;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Accounts for every campaign: each is done, and everyone invited has one notice that is final.</summary>
internal static class CampaignTally
{
    public static CountedSection? Of(DemoFacts facts)
    {
        if (facts.Campaigns.Count == 0)
        {
            return null;
        }

        var invited = facts.Campaigns.Sum(campaign => campaign.Result?.Invited ?? 0);
        return new CountedSection(
            new TallySection(
                "Utskick: inbjudna i varje program",
                facts.People.Sum(recipient => recipient.Invitations.Count(invitation => facts.Campaigns.Any(campaign => campaign.Occasion == invitation.Occasion))),
                [
                    .. facts.Campaigns
                        .OrderBy(campaign => campaign.StartsAt)
                        .Select(campaign => new TallyRow(NameOf(facts, campaign), campaign.Result?.Invited ?? 0)),
                ]),
            [string.Create(CultureInfo.InvariantCulture, $"{facts.Campaigns.Count} utskick, {invited} inbjudna.")],
            [
                .. facts.Campaigns
                    .Where(campaign => campaign.State != CampaignState.Done)
                    .Select(campaign => $"{NameOf(facts, campaign)} är inte klart ({campaign.State})."),
                .. facts.Campaigns
                    .Where(campaign => campaign.Result is { } result && result.States.Values.Sum() < result.Invited)
                    .Select(campaign => $"{NameOf(facts, campaign)}: någon som är inbjuden har inte fått något besked."),
            ]);
    }

    private static string NameOf(DemoFacts facts, Campaign campaign) =>
        facts.Programmes.FirstOrDefault(programme => programme.Id == campaign.Programme)?.Name ?? campaign.Programme;
}
