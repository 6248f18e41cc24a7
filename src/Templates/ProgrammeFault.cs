namespace Notifieringar.Templates;

/// <summary>What is wrong in a programme file; pages have their own words for each.</summary>
public enum ProgrammeFault
{
    /// <summary>No text where one is needed.</summary>
    NotText,

    /// <summary>Signs that no id may have.</summary>
    NotAnId,

    /// <summary>No whole number, or too small a one.</summary>
    NotANumber,

    /// <summary>None of the words there are.</summary>
    UnknownWord,

    /// <summary>Neither true nor false.</summary>
    NotAFlag,

    /// <summary>No list.</summary>
    NotAList,

    /// <summary>None of the words there are, or one of them twice.</summary>
    UnknownWords,

    /// <summary>No time of day.</summary>
    NotATime,

    /// <summary>No object.</summary>
    NotAnObject,

    /// <summary>No list of objects.</summary>
    NoObjects,

    /// <summary>A property that is not known.</summary>
    UnknownName,

    /// <summary>No JSON.</summary>
    NotJson,

    /// <summary>Two steps with one id.</summary>
    SameStepTwice,

    /// <summary>Ages that no child has.</summary>
    AgesEmpty,

    /// <summary>A visit that ends before its age.</summary>
    VisitEndsTooEarly,

    /// <summary>Visits planned too late to be announced in time.</summary>
    LeadTooShort,

    /// <summary>A notice that is always too late.</summary>
    NeverInTime,

    /// <summary>A channel twice in a ladder.</summary>
    ChannelTwice,

    /// <summary>A programme that must not write to single people, for households.</summary>
    MostDiscreetToHouseholds,

    /// <summary>Visits by age of what is no home visit.</summary>
    VisitOfOthers,

    /// <summary>A home visit without an age.</summary>
    VisitWithoutAge,

    /// <summary>Ages of children of those who have none here.</summary>
    ChildrenOfOthers,

    /// <summary>Whoever collects would hear nothing.</summary>
    NoCollectStep,

    /// <summary>Sessions of what is no series.</summary>
    NoSessions,

    /// <summary>A calendar file without an e-mail to go with.</summary>
    CalendarWithoutEmail,

    /// <summary>A condition on answers that nobody can give.</summary>
    NobodyCanAnswer,

    /// <summary>A phone call as one rung of several.</summary>
    PhoneNotAlone,

    /// <summary>Another id than the address has.</summary>
    OtherId,
}
