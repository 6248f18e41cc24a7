using Notifieringar.Model;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>What came of something that staff wanted done with a campaign.</summary>
public abstract record CampaignOutcome
{
    private CampaignOutcome()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Campaign">The campaign as it is now.</param>
    public sealed record Done(Campaign Campaign) : CampaignOutcome;

    /// <summary>What was given cannot be used.</summary>
    /// <param name="Problem">What to mend.</param>
    /// <param name="Mistake">The same, for a page that says it in another language.</param>
    public sealed record Invalid(string Problem, CampaignMistake Mistake = CampaignMistake.Unreadable) : CampaignOutcome;

    /// <summary>The campaign is not in a state for it, or another of the same exists.</summary>
    /// <param name="Problem">What is in the way.</param>
    /// <param name="Reason">The same, for a page that says it in another language.</param>
    public sealed record Refused(string Problem, CampaignRefusal Reason) : CampaignOutcome;

    /// <summary>There is no such unit or campaign.</summary>
    /// <param name="Problem">What is missing.</param>
    public sealed record Unknown(string Problem) : CampaignOutcome;
}
