namespace Notifieringar.Model;

/// <summary>How a notice reaches a person.</summary>
public enum Channel
{
    /// <summary>A text message to a mobile phone.</summary>
    Sms,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A printed letter, by the run.</summary>
    Letter,

    /// <summary>Staff phones: it is put on the call list, and no text is written.</summary>
    Phone,
}
