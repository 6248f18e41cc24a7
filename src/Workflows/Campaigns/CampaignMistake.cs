namespace Notifieringar.Workflows.Campaigns;

/// <summary>What is to be mended in a campaign as it was written down.</summary>
public enum CampaignMistake
{
    /// <summary>It cannot be read, or is not from whom it says.</summary>
    Unreadable,

    /// <summary>There is no such programme.</summary>
    Programme,

    /// <summary>Visits and pickups are planned one by one.</summary>
    NoCampaign,

    /// <summary>The programme has no such step.</summary>
    Step,

    /// <summary>The step is said when something happens.</summary>
    StepByEvent,

    /// <summary>A time cannot be read.</summary>
    Times,

    /// <summary>The programme invites to nothing, and a time was given.</summary>
    NoStart,

    /// <summary>The time of the occasion is missing, or there are several.</summary>
    Start,

    /// <summary>A series needs the time of each meeting.</summary>
    SeriesStarts,

    /// <summary>A time is given twice.</summary>
    SameStart,

    /// <summary>The occasion is before the campaign begins.</summary>
    StartTooEarly,

    /// <summary>The place is missing.</summary>
    Place,

    /// <summary>The place is too long.</summary>
    LongPlace,

    /// <summary>The text is too long.</summary>
    LongText,

    /// <summary>The text holds a personal identity number.</summary>
    PersonalIdentityNumber,

    /// <summary>The link is no address that begins with https.</summary>
    Link,

    /// <summary>There are fewer than two alternatives to vote on, or one of them is not one line.</summary>
    VoteOn,

    /// <summary>What should be the beginning of a postal code is not.</summary>
    PostalCodes,

    /// <summary>What should be a language's tag is not.</summary>
    Languages,

    /// <summary>What should be a person's id is not.</summary>
    People,
}
