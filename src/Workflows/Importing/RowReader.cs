using Notifieringar.Model;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>Turns one record into a row to store or a row to mend; only blank records are neither.</summary>
internal sealed class RowReader(FileLayout layout, LocalDate today)
{
    // Programmes reach young people up to their twenties; an older birth date is a guardian's in the wrong column.
    private const int OldestYears = 25;

    private static readonly Column[] Silencing = [Column.ChildDeceased, Column.Protected, Column.OptedOut];

    public ReadRow? Read(FileRecord record)
    {
        var fields = new RowFields(layout, record);
        if (record.Problem is { } problem)
        {
            fields.Reject(problem);
            return Rejected(fields);
        }

        if (Array.TrueForAll(record.Fields, string.IsNullOrWhiteSpace))
        {
            return null;
        }

        CheckWhole(fields, record);
        return fields.IsRejected ? Rejected(fields) : Row(fields, isShifted: record.Fields.Length != layout.Columns.Length);
    }

    // A row is refused for what is wrong in it, and with it goes what it says of death, protection or a wish for silence. Staff must know.
    private static RejectedRow Rejected(RowFields fields)
    {
        if (Silencing.Any(column => fields.Text(column) is { } text && FlagText.Parse(text) is not false))
        {
            fields.Reject(FindingCode.SilenceNotStored);
        }

        return new RejectedRow(fields.LineNumber, fields.Errors);
    }

    private void CheckWhole(RowFields fields, FileRecord record)
    {
        // Extra empty columns at the end are a spreadsheet's, and harmless.
        if (record.Fields.Length > layout.Columns.Length && record.Fields.Skip(layout.Columns.Length).Any(field => !string.IsNullOrWhiteSpace(field)))
        {
            fields.Reject(FindingCode.WrongColumns);
        }

        if (Array.Exists(record.Fields, Garbled.IsIn))
        {
            fields.Reject(FindingCode.GarbledText);
        }

        if (fields.Text(Column.PersonalIdentityNumber) is not null || HoldsIdentityNumber(record.Fields))
        {
            fields.Reject(FindingCode.PersonalIdentityNumber);
        }
    }

    private bool HoldsIdentityNumber(string[] fields)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            var isPhone = index < layout.Columns.Length && layout.Columns[index] == Column.Phone;
            if (PersonalIdentityNumber.AppearsIn(fields[index], phoneExpected: isPhone))
            {
                return true;
            }
        }

        return false;
    }

    private ReadRow Row(RowFields fields, bool isShifted)
    {
        var child = ChildReader.Read(fields, today, today.PlusYears(-OldestYears));
        var guardian = ContactReader.Guardian(fields);
        var contact = ContactReader.Read(fields);
        var deceased = Flag(fields, Column.ChildDeceased, orDate: true);
        var isProtected = Flag(fields, Column.Protected) || contact.Address is { IsForwardingOfProtected: true };
        var optedOut = Flag(fields, Column.OptedOut);
        var livesHere = LivesHere(fields);
        var household = Household(fields, guardian, contact, child);

        // Spreadsheets leave out empty columns at the end of a row, or add some. A row of another length for another reason has shifted, and
        // then something else is wrong too; saying what would only mislead.
        if (isShifted && (fields.IsRejected || fields.Warnings.Length > 0))
        {
            const string code = FindingCode.WrongColumns;
            return new RejectedRow(fields.LineNumber, [new RowFinding(fields.LineNumber, "", code, FindingTexts.Of(code))]);
        }

        if (fields.IsRejected || household is null || child is not { Name: { } name, BirthDate: { } birthDate })
        {
            return Rejected(fields);
        }

        var reference = fields.Text(Column.Child) ?? Reference.Derive(household, name, LocalDatePattern.Iso.Format(birthDate));
        return new PeopleRow(
            fields.LineNumber, household, reference, guardian.Given, guardian.Family, contact.Address, contact.Phone, contact.Email, contact.Language,
            name, birthDate, livesHere, deceased, isProtected, optedOut, isProtected ? [] : fields.Warnings);
    }

    private static string? Household(
        RowFields fields, (string? Given, string? Family) guardian, Contact contact, (string? Name, LocalDate? BirthDate) child)
    {
        if (fields.Text(Column.Household) is { } given)
        {
            return given;
        }

        if (guardian is (null, null))
        {
            fields.Reject(FindingCode.NoHousehold, Column.Household);
            return null;
        }

        // Two guardians of the same name must not become one household because neither has an address.
        var place = contact.Address is { } address
            ? (string?[])[address.CareOf, address.Street, address.PostalCode, address.Town, address.Country]
            : [contact.Phone?.E164, contact.Email?.Value, child.Name, child.BirthDate is { } date ? LocalDatePattern.Iso.Format(date) : null];
        return Reference.Derive([guardian.Given, guardian.Family, .. place]);
    }

    // A flag nobody can read counts as set: each of these flags only ever keeps us silent.
    private static bool Flag(RowFields fields, Column column, bool orDate = false)
    {
        if (fields.Text(column) is not { } text)
        {
            return false;
        }

        if (FlagText.Parse(text) is { } flag)
        {
            return flag;
        }

        if (!orDate || DateText.Parse(text) is null)
        {
            fields.Warn(FindingCode.FlagNotUnderstood, column);
        }

        return true;
    }

    private static bool LivesHere(RowFields fields)
    {
        if (fields.Text(Column.ChildLivesHere) is not { } text)
        {
            return true;
        }

        var flag = FlagText.Parse(text);
        if (flag is null)
        {
            fields.Warn(FindingCode.FlagNotUnderstood, Column.ChildLivesHere);
        }

        return flag ?? true;
    }
}
