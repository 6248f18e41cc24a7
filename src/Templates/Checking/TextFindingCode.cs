namespace Notifieringar.Templates.Checking;

/// <summary>Stable codes of what a check of a text can find.</summary>
public static class TextFindingCode
{
    /// <summary>Error: the code cannot be read.</summary>
    public const string ParseError = "parse-error";

    /// <summary>Error: the text reads a name that does not exist.</summary>
    public const string UnknownName = "unknown-name";

    /// <summary>Error: the text calls a function that does not exist.</summary>
    public const string UnknownFunction = "unknown-function";

    /// <summary>Error: an e-mail does not set its subject.</summary>
    public const string NoSubject = "no-subject";

    /// <summary>Error for Swedish, else warning: there is no text on this channel in this language.</summary>
    public const string MissingText = "missing-text";

    /// <summary>Error: the Swedish text says something that this one leaves out.</summary>
    public const string PlaceholderMissing = "placeholder-missing";

    /// <summary>Error: this text says something that the Swedish one does not.</summary>
    public const string PlaceholderExtra = "placeholder-extra";

    /// <summary>Warning: the longest form of an SMS needs more than one part.</summary>
    public const string SmsParts = "sms-parts";

    /// <summary>Warning: a character that more than halves the room of an SMS, with another to write instead.</summary>
    public const string SmsCharacter = "sms-character";

    /// <summary>Note: the language's own letters need the larger alphabet, so an SMS holds 70 characters.</summary>
    public const string SmsAlphabet = "sms-alphabet";

    /// <summary>Error: a personal identity number or coordination number.</summary>
    public const string PersonalIdentityNumber = "personal-identity-number";

    /// <summary>Error: a mobile number, which is likely a person's own.</summary>
    public const string PersonPhone = "person-phone";

    /// <summary>Warning: another phone number written into the text.</summary>
    public const string WrittenPhone = "written-phone";

    /// <summary>Error: a word for social services in a discreet programme.</summary>
    public const string SocialServices = "social-services";

    /// <summary>Error: a professional title in a discreet programme.</summary>
    public const string Title = "title";
}
