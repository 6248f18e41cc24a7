namespace Notifieringar.Model;

/// <summary>Why a phone number or an e-mail address could not be read.</summary>
public static class ContactProblems
{
    /// <summary>There is nothing.</summary>
    public const string Blank = "blank";

    /// <summary>It holds letters or signs that do not belong.</summary>
    public const string NotUnderstood = "not-understood";

    /// <summary>It has too few or too many digits.</summary>
    public const string WrongLength = "wrong-length";

    /// <summary>A spreadsheet has rounded it, so that digits are gone for good.</summary>
    public const string DigitsLost = "digits-lost";

    /// <summary>There are several, and we keep one.</summary>
    public const string Several = "several";
}
