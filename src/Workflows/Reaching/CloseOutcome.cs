namespace Notifieringar.Workflows.Reaching;

/// <summary>What came of closing a channel.</summary>
public enum CloseOutcome
{
    /// <summary>It is closed, now or since before.</summary>
    Closed,

    /// <summary>There is no such person.</summary>
    NoPerson,

    /// <summary>There is nothing to close for: no such notice, a notice that has arrived after all, or a contact that is not the person's any more.</summary>
    NoReason,
}
