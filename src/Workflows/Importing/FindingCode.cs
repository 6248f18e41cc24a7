namespace Notifieringar.Workflows.Importing;

/// <summary>Stable codes of what an import finds; <see cref="FindingTexts"/> has a sentence for each.</summary>
public static class FindingCode
{
    /// <summary>File: nothing in it.</summary>
    public const string Empty = "empty";

    /// <summary>File: a workbook or other binary file, not CSV.</summary>
    public const string NotText = "not-text";

    /// <summary>File: no line looks like a header.</summary>
    public const string NoHeader = "no-header";

    /// <summary>File: a required column is not there.</summary>
    public const string MissingColumns = "missing-columns";

    /// <summary>File, blocked: far fewer children than in the files before it.</summary>
    public const string FewerChildren = "fewer-children";

    /// <summary>File, blocked: most of its rows cannot be stored.</summary>
    public const string MostRowsRefused = "most-rows-refused";

    /// <summary>File, blocked: most rows have something in a column that belongs in another.</summary>
    public const string ColumnShifted = "column-shifted";

    /// <summary>Note: there is no column for protected personal data.</summary>
    public const string NoProtectedColumn = "no-protected-column";

    /// <summary>Note: columns we do not use.</summary>
    public const string UnusedColumns = "unused-columns";

    /// <summary>Row: more or fewer columns than the header.</summary>
    public const string WrongColumns = "wrong-columns";

    /// <summary>Row: a quotation mark begins a text and none ends it.</summary>
    public const string QuoteNotClosed = "quote-not-closed";

    /// <summary>Row: too long to be a row; the rest of the file was not read.</summary>
    public const string RowTooLong = "row-too-long";

    /// <summary>Row: characters have been destroyed on the way.</summary>
    public const string GarbledText = "garbled-text";

    /// <summary>Row: a personal identity number.</summary>
    public const string PersonalIdentityNumber = "personal-identity-number";

    /// <summary>Row: no first name of the child.</summary>
    public const string MissingChildName = "missing-child-name";

    /// <summary>Row: a name with digits or an at sign, as when columns have shifted.</summary>
    public const string NotAName = "not-a-name";

    /// <summary>Row: no birth date.</summary>
    public const string MissingBirthDate = "missing-birth-date";

    /// <summary>Row: a birth date that cannot be read.</summary>
    public const string UnreadableBirthDate = "unreadable-birth-date";

    /// <summary>Row: a birth date after today.</summary>
    public const string FutureBirthDate = "future-birth-date";

    /// <summary>Row: a birth date of a grown-up.</summary>
    public const string OldBirthDate = "old-birth-date";

    /// <summary>Row: nothing tells whose household it is.</summary>
    public const string NoHousehold = "no-household";

    /// <summary>Row: besides, it asks for silence, and that has not been stored either. Which silence is not said.</summary>
    public const string SilenceNotStored = "silence-not-stored";

    /// <summary>File: forgotten before it was stored, because a family of the unit was erased.</summary>
    public const string FileForgotten = "file-forgotten";

    /// <summary>Row: a family that has been erased, and may come back only when staff say so.</summary>
    public const string HouseholdErased = "household-erased";

    /// <summary>Warning: no guardian is named.</summary>
    public const string NoGuardianName = "no-guardian-name";

    /// <summary>Warning: the phone number holds other signs than a number.</summary>
    public const string PhoneNotUnderstood = "phone-not-understood";

    /// <summary>Warning: the phone number has too few or too many digits.</summary>
    public const string PhoneWrongLength = "phone-wrong-length";

    /// <summary>Warning: a spreadsheet has rounded the phone number.</summary>
    public const string PhoneDigitsLost = "phone-digits-lost";

    /// <summary>Warning: several phone numbers.</summary>
    public const string PhoneSeveral = "phone-several";

    /// <summary>Warning: a number that cannot receive SMS.</summary>
    public const string PhoneWithoutSms = "phone-without-sms";

    /// <summary>Warning: a number that the family has not given us itself, and that is not used.</summary>
    public const string PhoneNotFromFamily = "phone-not-from-family";

    /// <summary>Warning: whoever answered from the number said that it is not the family's, and it is not used.</summary>
    public const string WrongNumber = "wrong-number";

    /// <summary>Warning: not an e-mail address.</summary>
    public const string EmailNotUnderstood = "email-not-understood";

    /// <summary>Warning: several e-mail addresses.</summary>
    public const string EmailSeveral = "email-several";

    /// <summary>Warning: the postal code is not five digits.</summary>
    public const string PostalCodeNotUnderstood = "postal-code-not-understood";

    /// <summary>Warning: letters cannot reach the address.</summary>
    public const string AddressIncomplete = "address-incomplete";

    /// <summary>Warning: the register says that there is no fixed address.</summary>
    public const string NoFixedAddress = "no-fixed-address";

    /// <summary>Warning: neither address nor phone nor e-mail.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Warning: a language we do not know.</summary>
    public const string UnknownLanguage = "unknown-language";

    /// <summary>Warning: a yes-or-no column with something else in it.</summary>
    public const string FlagNotUnderstood = "flag-not-understood";
}
