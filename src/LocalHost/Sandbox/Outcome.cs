namespace Notifieringar.LocalHost.Sandbox;

/// <summary>What becomes of a message to one receiver. The numbers in parentheses are the SMS provider's detail codes.</summary>
internal enum Outcome
{
    /// <summary>Accepted and delivered.</summary>
    Delivered,

    /// <summary>Refused for good at the call: SMS 400 for this receiver, e-mail 400 for the call.</summary>
    Refused,

    /// <summary>Not now: SMS 503 for this receiver, e-mail 503 for the call.</summary>
    Unavailable,

    /// <summary>SMS: accepted, then failed (4004): the number does not exist.</summary>
    NumberUnknown,

    /// <summary>SMS: accepted, then failed (4006): the phone cannot be reached now.</summary>
    Unreachable,

    /// <summary>SMS: accepted, then failed (4007): the receiver has opted out.</summary>
    OptedOut,

    /// <summary>SMS: accepted, then failed (5002): the carrier tells nothing; it may have been delivered.</summary>
    NoReport,

    /// <summary>E-mail: bounced for good.</summary>
    Bounced,

    /// <summary>E-mail: turned away for now (a bounce of type blocked).</summary>
    Blocked,

    /// <summary>E-mail: dropped by the provider, because of an earlier bounce.</summary>
    Dropped,

    /// <summary>E-mail: delivered, then reported as spam.</summary>
    ReportedAsSpam,

    /// <summary>E-mail: delivered, then unsubscribed from.</summary>
    Unsubscribed,

    /// <summary>E-mail: put off once, then delivered.</summary>
    Deferred,

    /// <summary>Accepted, and never heard of again.</summary>
    Silent,
}
