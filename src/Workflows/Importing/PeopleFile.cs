using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>Reads a file of families as Swedish Excel and the registers write it: one row for each guardian's household and child.</summary>
public static class PeopleFile
{
    // Without these no visit can be planned; a row also needs some way to reach the family.
    private static readonly Column[] Required = [Column.ChildFirstName, Column.ChildBirthDate];
    private static readonly Column[] Guardian = [Column.GuardianName, Column.GuardianGivenName, Column.GuardianFamilyName];
    private static readonly Column[] Reach = [Column.Street, Column.Phone, Column.Email];

    /// <summary>Opens a file: finds its encoding, separator and header. Rows are read when they are asked for, a few at a time.</summary>
    /// <param name="file">A stream that can seek; it must stay open while rows are read, and is not closed here.</param>
    /// <param name="today">Today in Stockholm: a birth date after it is refused.</param>
    /// <returns><see cref="OpenedPeopleFile"/> or <see cref="RefusedPeopleFile"/>.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static PeopleFileOutcome Open(Stream file, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.CanSeek)
        {
            throw new ArgumentException("The file is read twice, so its stream must be able to seek.", nameof(file));
        }

        if (file.Length == 0)
        {
            return Refused(FindingCode.Empty);
        }

        if (FileEncoding.Detect(file) is not { } encoding)
        {
            return Refused(FindingCode.NotText);
        }

        if (FileLayout.Find(file, encoding) is not { } layout)
        {
            var message = $"Ingen rubrikrad hittades bland filens första rader. Första raden ska namnge kolumnerna. {Needed}";
            return new RefusedPeopleFile(FindingCode.NoHeader, message);
        }

        return Missing(layout) is { Length: > 0 } missing
            ? new RefusedPeopleFile(FindingCode.MissingColumns, $"Filen saknar {missing}. Den har kolumnerna {Listed(layout)}. {Needed}")
            : new OpenedPeopleFile(Rows(file, layout, today), [.. Known(layout).Select(Headings.Name)], Notes(layout));
    }

    private static string Needed =>
        $"Det som behövs är {Headings.Name(Column.ChildFirstName)}, {Headings.Name(Column.ChildBirthDate)}, {Headings.Name(Column.GuardianName)} "
        + $"(eller för- och efternamn var för sig) och minst en av {Headings.Name(Column.Street)}, {Headings.Name(Column.Phone)} och {Headings.Name(Column.Email)}.";

    private static RefusedPeopleFile Refused(string code) => new(code, FindingTexts.Of(code));

    private static IEnumerable<ReadRow> Rows(Stream file, FileLayout layout, LocalDate today)
    {
        var reader = new RowReader(layout, today);
        foreach (var record in FileRecords.Read(file, layout))
        {
            if (reader.Read(record) is { } row)
            {
                yield return row;
            }
        }
    }

    private static string Missing(FileLayout layout)
    {
        var missing = Required.Where(column => !layout.Columns.Contains(column)).Select(Headings.Name).ToList();
        AddUnlessOneOf(Guardian);
        AddUnlessOneOf(Reach);
        return missing.Count > 1 ? $"{string.Join(", ", missing[..^1])} och {missing[^1]}" : string.Concat(missing);

        void AddUnlessOneOf(Column[] columns)
        {
            if (!columns.Any(column => layout.Columns.Contains(column)))
            {
                missing.Add(string.Join(" eller ", columns.Select(Headings.Name)));
            }
        }
    }

    private static ImmutableArray<RowFinding> Notes(FileLayout layout)
    {
        var notes = ImmutableArray.CreateBuilder<RowFinding>();
        if (!layout.Columns.Contains(Column.Protected))
        {
            const string code = FindingCode.NoProtectedColumn;
            notes.Add(new RowFinding(layout.HeaderLine, Headings.Name(Column.Protected), code, FindingTexts.Of(code)));
        }

        var unused = layout.Columns.Index().Where(column => column.Item is null).Select(column => column.Index + 1).ToList();
        if (unused.Count > 0)
        {
            var message = $"Kolumner som inte används: nummer {string.Join(", ", unused)}. De läses inte in. Kontrollera rubrikerna om något saknas.";
            notes.Add(new RowFinding(layout.HeaderLine, "", FindingCode.UnusedColumns, message));
        }

        return notes.ToImmutable();
    }

    private static IEnumerable<Column> Known(FileLayout layout) => layout.Columns.OfType<Column>();

    private static string Listed(FileLayout layout) => string.Join(", ", Known(layout).Select(Headings.Name));
}
