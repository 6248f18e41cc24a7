namespace Notifieringar.Workflows.Importing;

/// <summary>What a column of a people file can hold.</summary>
internal enum Column
{
    /// <summary>The source's key of the household.</summary>
    Household,

    /// <summary>The source's key of the child.</summary>
    Child,

    /// <summary>The guardian's whole name.</summary>
    GuardianName,

    /// <summary>The guardian's given name.</summary>
    GuardianGivenName,

    /// <summary>The guardian's family name.</summary>
    GuardianFamilyName,

    /// <summary>The c/o line.</summary>
    CareOf,

    /// <summary>Street, box or place.</summary>
    Street,

    /// <summary>Postal code, perhaps with the town.</summary>
    PostalCode,

    /// <summary>Town.</summary>
    Town,

    /// <summary>Country.</summary>
    Country,

    /// <summary>Phone number.</summary>
    Phone,

    /// <summary>Who has given the phone number.</summary>
    PhoneFrom,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>The family's language, by name or tag.</summary>
    Language,

    /// <summary>The child's first name.</summary>
    ChildFirstName,

    /// <summary>The child's birth date.</summary>
    ChildBirthDate,

    /// <summary>Whether the child is registered in this household.</summary>
    ChildLivesHere,

    /// <summary>Whether the child has died.</summary>
    ChildDeceased,

    /// <summary>Whether someone in the household has protected personal data.</summary>
    Protected,

    /// <summary>Whether the family wants no contact.</summary>
    OptedOut,

    /// <summary>Personal identity numbers, which are refused.</summary>
    PersonalIdentityNumber,
}
