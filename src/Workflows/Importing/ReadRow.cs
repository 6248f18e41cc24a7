using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>A data row of a people file: either a <see cref="PeopleRow"/> or a <see cref="RejectedRow"/>, never nothing.</summary>
/// <param name="LineNumber">Line of the file where the row begins, from 1, the header counted.</param>
public abstract record ReadRow(int LineNumber);

/// <summary>A row that can be stored: one guardian's household and one child in it.</summary>
/// <param name="LineNumber">Line of the file where the row begins, from 1.</param>
/// <param name="HouseholdReference">The source's key of the household, or one derived from the guardian's name and address.</param>
/// <param name="ChildReference">The source's key of the child, the same in both homes, or one derived from household, name and birth date.</param>
/// <param name="GuardianGivenName">Null when unknown.</param>
/// <param name="GuardianFamilyName">Null when unknown or when the guardian has one name only.</param>
/// <param name="Address">Null when every part is blank; not always deliverable.</param>
/// <param name="Phone">Null when blank or not readable; a fixed line is kept.</param>
/// <param name="Email">Null when blank or not readable.</param>
/// <param name="Language">BCP 47 tag; null when blank or not known to us.</param>
/// <param name="ChildFirstName">Never blank.</param>
/// <param name="ChildBirthDate">Not in the future.</param>
/// <param name="ChildLivesHere">False in the household where the child is not registered.</param>
/// <param name="ChildDeceased">True when the child has died.</param>
/// <param name="Protected">True by the flag, by a flag nobody can read, or by the Tax Agency's forwarding address.</param>
/// <param name="OptedOut">True when the family wants no contact.</param>
/// <param name="Warnings">What to mend although the row is stored.</param>
public sealed record PeopleRow(
    int LineNumber,
    string HouseholdReference,
    string ChildReference,
    string? GuardianGivenName,
    string? GuardianFamilyName,
    PostalAddress? Address,
    PhoneNumber? Phone,
    EmailAddress? Email,
    string? Language,
    string ChildFirstName,
    LocalDate ChildBirthDate,
    bool ChildLivesHere,
    bool ChildDeceased,
    bool Protected,
    bool OptedOut,
    ImmutableArray<RowFinding> Warnings) : ReadRow(LineNumber);

/// <summary>A row that cannot be stored until it is mended.</summary>
/// <param name="LineNumber">Line of the file where the row begins, from 1.</param>
/// <param name="Findings">Why, at least one.</param>
public sealed record RejectedRow(int LineNumber, ImmutableArray<RowFinding> Findings) : ReadRow(LineNumber);

/// <summary>Something to mend. It never holds a value from the file: those are personal data.</summary>
/// <param name="LineNumber">Line of the file, from 1.</param>
/// <param name="Column">The column's heading as we name it; empty for the whole row.</param>
/// <param name="Code">A stable code, see <see cref="FindingCode"/>.</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
public sealed record RowFinding(int LineNumber, string Column, string Code, string Message);
