namespace Notifieringar.Model;

/// <summary>Why a notice is not sent. Shown to staff as a count and a reason, never with a name for the protected.</summary>
public enum SkipReason
{
    /// <summary>The child or the addressee has died.</summary>
    Deceased,

    /// <summary>Protected personal data, by flag or by the forwarding address; staff handle it by hand.</summary>
    Protected,

    /// <summary>The family has asked not to be contacted.</summary>
    OptedOut,

    /// <summary>The household has moved away.</summary>
    Moved,

    /// <summary>The family has said no.</summary>
    Declined,

    /// <summary>Nobody has answered and the unit visits only those who say yes.</summary>
    NotAnswered,

    /// <summary>No channel of the ladder can reach the person.</summary>
    NoWayToReach,

    /// <summary>The time it was for has passed.</summary>
    TooLate,

    /// <summary>The text could not be written, for want of a value or a template.</summary>
    NoText,

    /// <summary>The letter does not fit its pages or its window.</summary>
    DoesNotFit,

    /// <summary>The data is too old to act on: import first.</summary>
    StaleData,

    /// <summary>The provider may or may not have taken it; only a person can settle it.</summary>
    UnknownOutcome,

    /// <summary>The provider refused it because of how we are set up.</summary>
    RefusedByProvider,

    /// <summary>A fault of ours kept it from being decided; a person must.</summary>
    Failed,

    /// <summary>The guardian has lost custody of the child.</summary>
    CustodyLost,

    /// <summary>The visit has been called off, because the home it was to has been silenced.</summary>
    VisitCancelled,

    /// <summary>The post has brought the letter back.</summary>
    ReturnedLetter,

    /// <summary>The provider took it and could not deliver it now; nothing tells whether it will.</summary>
    Bounced,

    /// <summary>Staff phones: that is what the step says.</summary>
    ToPhone,

    /// <summary>The person has been written to as often as the programme allows without an answer.</summary>
    EnoughTouches,

    /// <summary>The person has been contacted as often as the unit allows for now.</summary>
    ContactCap,

    /// <summary>The person has answered, so that there is nothing to ask.</summary>
    Answered,

    /// <summary>The answer asks for something else: another time, or to collect at the library.</summary>
    OtherAnswer,

    /// <summary>The child's guardians have answered differently.</summary>
    Disputed,

    /// <summary>The programme is never for single people (discretion D3).</summary>
    NotForIndividuals,

    /// <summary>The campaign was called off.</summary>
    CampaignCancelled,

    /// <summary>The person wants another time and has chosen none.</summary>
    WantsAnotherTime,

    /// <summary>The person wants another time for the third time: better to phone.</summary>
    RebookedOften,

    /// <summary>The person wants another time, and none is free in time.</summary>
    NoFreeTime,

    /// <summary>The person wants another time, and the child will be too old for this visit: the next programme takes over.</summary>
    TooOldForVisit,

    /// <summary>An answer came too late and has changed nothing.</summary>
    LateAnswer,

    /// <summary>The family said no so shortly before that the visitors may be on their way.</summary>
    DeclinedLate,

    /// <summary>The household is being erased.</summary>
    Erased,

    /// <summary>The number is somebody else's, as its holder has answered: the family needs another.</summary>
    WrongNumber,
}
