namespace Notifieringar.Workflows.Campaigns;

/// <summary>Why something cannot be done with a campaign as it stands.</summary>
public enum CampaignRefusal
{
    /// <summary>There is a campaign for this occasion and step already.</summary>
    Exists,

    /// <summary>Somebody who is named has had its turn, and nobody is invited twice.</summary>
    HadTheirTurn,

    /// <summary>Only a draft can be approved.</summary>
    NotDraft,

    /// <summary>Nobody has looked at a dry run.</summary>
    NoDryRun,

    /// <summary>It is large or sensitive, and who approves is who prepared it.</summary>
    NeedsAnother,

    /// <summary>Only what is approved or running can be paused.</summary>
    NotUnderWay,

    /// <summary>Only what is paused can be resumed.</summary>
    NotPaused,

    /// <summary>It is done or called off.</summary>
    Over,

    /// <summary>Others kept changing it.</summary>
    Busy,
}
