using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>Reads the child of a row; what is wrong rejects the row.</summary>
internal static class ChildReader
{
    public static (string? Name, LocalDate? BirthDate) Read(RowFields fields, LocalDate latest, LocalDate earliest) =>
        (Name(fields), BirthDate(fields, latest, earliest));

    /// <summary>Digits or an at sign mean that columns have shifted.</summary>
    public static bool IsName(string text)
    {
        foreach (var sign in text)
        {
            if (char.IsDigit(sign) || sign == '@')
            {
                return false;
            }
        }

        return true;
    }

    private static string? Name(RowFields fields)
    {
        var name = fields.Text(Column.ChildFirstName);
        if (name is null)
        {
            fields.Reject(FindingCode.MissingChildName, Column.ChildFirstName);
        }
        else if (!IsName(name))
        {
            fields.Reject(FindingCode.NotAName, Column.ChildFirstName);
        }

        return name;
    }

    private static LocalDate? BirthDate(RowFields fields, LocalDate latest, LocalDate earliest)
    {
        var text = fields.Text(Column.ChildBirthDate);
        var date = text is null ? null : DateText.Parse(text);
        var problem = (text, date) switch
        {
            (null, _) => FindingCode.MissingBirthDate,
            (_, null) => FindingCode.UnreadableBirthDate,
            (_, { } read) when read > latest => FindingCode.FutureBirthDate,
            (_, { } read) when read < earliest => FindingCode.OldBirthDate,
            _ => null,
        };
        if (problem is not null)
        {
            fields.Reject(problem, Column.ChildBirthDate);
        }

        return date;
    }
}
