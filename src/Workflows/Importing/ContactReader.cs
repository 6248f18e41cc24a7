using Notifieringar.Model;

namespace Notifieringar.Workflows.Importing;

/// <summary>How a household can be reached.</summary>
internal sealed record Contact(PostalAddress? Address, PhoneNumber? Phone, EmailAddress? Email, string? Language);

/// <summary>Reads the guardian of a row and how to reach the household; what cannot be used is left out with a warning.</summary>
internal static class ContactReader
{
    private static readonly HashSet<string> Family = new(StringComparer.OrdinalIgnoreCase)
    {
        "familjen", "familj", "vårdnadshavare", "vårdnadshavaren", "förälder", "föräldern", "föräldrarna", "family", "the family", "guardian", "parent",
    };

    public static (string? Given, string? Family) Guardian(RowFields fields)
    {
        var (given, family) = (fields.Text(Column.GuardianGivenName), fields.Text(Column.GuardianFamilyName));
        if ((given ?? family) is null && fields.Text(Column.GuardianName) is { } whole)
        {
            (given, family) = GuardianName.Parts(whole);
        }

        if ((given ?? family) is null)
        {
            fields.Warn(FindingCode.NoGuardianName, Column.GuardianName);
        }
        else if (!ChildReader.IsName(given + family))
        {
            fields.Reject(FindingCode.NotAName, Column.GuardianName);
        }

        return (given, family);
    }

    public static Contact Read(RowFields fields)
    {
        var contact = new Contact(Address(fields), Phone(fields), Email(fields), Language(fields));
        if (contact is { Address: null, Phone: null, Email: null })
        {
            fields.Warn(FindingCode.Unreachable, Column.Street);
        }

        return contact;
    }

    private static PostalAddress? Address(RowFields fields)
    {
        var code = fields.Text(Column.PostalCode);
        var address = PostalAddress.Parse(fields.Text(Column.CareOf), fields.Text(Column.Street), code, fields.Text(Column.Town), fields.Text(Column.Country));
        if (address is null or { IsDeliverable: true })
        {
            return address;
        }

        var (problem, column) = address switch
        {
            _ when code is not null && !address.HasPostalCode => (FindingCode.PostalCodeNotUnderstood, Column.PostalCode),
            { HasNoFixedAddress: true } => (FindingCode.NoFixedAddress, Column.Street),
            _ => (FindingCode.AddressIncomplete, Column.Street),
        };
        fields.Warn(problem, column);
        return address;
    }

    // Only a number that the family has given is used (domain.md T51); a list without the column is of those.
    private static PhoneNumber? Phone(RowFields fields)
    {
        if (fields.Text(Column.PhoneFrom) is not { } source || Family.Contains(source) || fields.Text(Column.Phone) is null)
        {
            return Number(fields);
        }

        fields.Warn(FindingCode.PhoneNotFromFamily, Column.PhoneFrom);
        return null;
    }

    // The first number that takes SMS, else the first that is a number at all.
    private static PhoneNumber? Number(RowFields fields)
    {
        PhoneNumber? fixedLine = null;
        string? problem = null;
        foreach (var text in fields.Texts(Column.Phone))
        {
            if (PhoneNumber.TryParse(text, out var number, out var found) && number.CanReceiveSms)
            {
                return number;
            }

            fixedLine ??= found is null ? number : null;
            problem ??= found is null ? null : Code(found);
        }

        if (fixedLine is not null || problem is not null)
        {
            fields.Warn(fixedLine is null ? problem! : FindingCode.PhoneWithoutSms, Column.Phone);
        }

        return fixedLine;
    }

    private static string? Code(string problem) => problem switch
    {
        ContactProblems.Blank => null,
        ContactProblems.WrongLength => FindingCode.PhoneWrongLength,
        ContactProblems.DigitsLost => FindingCode.PhoneDigitsLost,
        ContactProblems.Several => FindingCode.PhoneSeveral,
        _ => FindingCode.PhoneNotUnderstood,
    };

    private static EmailAddress? Email(RowFields fields)
    {
        if (fields.Text(Column.Email) is not { } text)
        {
            return null;
        }

        if (EmailAddress.TryParse(text, out var address, out var problem))
        {
            return address;
        }

        fields.Warn(problem == ContactProblems.Several ? FindingCode.EmailSeveral : FindingCode.EmailNotUnderstood, Column.Email);
        return null;
    }

    private static string? Language(RowFields fields)
    {
        if (fields.Text(Column.Language) is not { } text)
        {
            return null;
        }

        var tag = LanguageNames.Tag(text);
        if (tag is null)
        {
            fields.Warn(FindingCode.UnknownLanguage, Column.Language);
        }

        return tag;
    }
}
