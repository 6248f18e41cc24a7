namespace Notifieringar.Model;

/// <summary>Channels that are closed for a person's contacts as they are now: asked not to be used, or known not to work. A new number or
/// address opens its channel again, unless that one is suppressed too.</summary>
[Flags]
public enum ClosedChannels
{
    /// <summary>All are open.</summary>
    None = 0,

    /// <summary>The phone number takes no SMS from us.</summary>
    Sms = 1,

    /// <summary>The e-mail address takes no e-mail from us.</summary>
    Email = 2,

    /// <summary>Letters to the postal address come back.</summary>
    Letter = 4,
}
