using CsvHelper;

namespace Notifieringar.Workflows.Importing;

/// <summary>One record of the file, not yet understood.</summary>
/// <param name="LineNumber">Line where it begins, from 1.</param>
/// <param name="Fields">Its fields; empty when it could not be read.</param>
/// <param name="Problem">Null, or why it could not be read.</param>
internal sealed record FileRecord(int LineNumber, string[] Fields, string? Problem);

/// <summary>Reads records after the header. A quotation mark that is never closed costs one row, not the rest of the file.</summary>
internal static class FileRecords
{
    // A row of ours is some hundred bytes; this much means that a quotation mark has swallowed the rows after it.
    private const int LongestRecordBytes = 64 * 1024;

    public static IEnumerable<FileRecord> Read(Stream file, FileLayout layout)
    {
        int? brokenAt = null;
        foreach (var record in Read(file, layout, layout.HeaderLine, wholeQuotes: true))
        {
            yield return record;
            if (record.Problem is not null)
            {
                brokenAt = record.LineNumber;
                break;
            }
        }

        if (brokenAt is not { } line)
        {
            yield break;
        }

        foreach (var record in Read(file, layout, line, wholeQuotes: false))
        {
            yield return record;
        }
    }

    private static IEnumerable<FileRecord> Read(Stream file, FileLayout layout, int afterLine, bool wholeQuotes)
    {
        CsvMalformedReason? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = layout.Separator,
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            AllowLineBreaksInQuotes = wholeQuotes,
            MaxRecordSize = LongestRecordBytes,
            OnMalformedRecord = found => malformed = found.Reason,
        };
        // Where a record is a line, one that is too long is left out, told of, and passed over.
        using var whole = FileLayout.Text(file, layout.Encoding);
        using var lines = wholeQuotes ? null : new ShortLines(whole, LongestRecordBytes);
        using var reader = CsvReader.Create((TextReader?)lines ?? whole, options);
        var last = afterLine;
        while (true)
        {
            malformed = null;
            var isRead = TryRead(reader, out var tooLong);
            foreach (var passed in lines?.TakeTooLong(before: isRead ? (int)reader.LineNumber : int.MaxValue).Where(line => line > afterLine) ?? [])
            {
                yield return new FileRecord(passed, [], FindingCode.RowTooLong);
            }

            if (tooLong)
            {
                yield return new FileRecord(NextLine(file, layout, last), [], wholeQuotes ? FindingCode.QuoteNotClosed : FindingCode.RowTooLong);
                yield break;
            }

            if (!isRead)
            {
                yield break;
            }

            var line = (int)reader.LineNumber;
            if (line <= afterLine)
            {
                // A quotation mark in the header, or before it, that is closed nowhere or rows later.
                if (wholeQuotes && line + Fields(reader).Sum(field => field.Count(sign => sign == '\n')) > afterLine)
                {
                    yield return new FileRecord(afterLine, [], FindingCode.QuoteNotClosed);
                    yield break;
                }

                continue;
            }

            last = line;
            var fields = Fields(reader);
            var isBroken = wholeQuotes
                && (malformed == CsvMalformedReason.UnterminatedQuote || SwallowedRows(fields, layout, malformed is not null));
            yield return isBroken ? new FileRecord(line, [], FindingCode.QuoteNotClosed) : new FileRecord(line, fields, null);
            if (isBroken)
            {
                yield break;
            }
        }
    }

    // The record that could not be read begins on the first line that is not blank after the last one that could.
    private static int NextLine(Stream file, FileLayout layout, int last)
    {
        using var reader = FileLayout.Text(file, layout.Encoding);
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (line > last && text.Length > 0)
            {
                return line;
            }
        }

        return last + 1;
    }

    private static bool TryRead(CsvReader reader, out bool tooLong)
    {
        tooLong = false;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            tooLong = true;
            return false;
        }
    }

    private static string[] Fields(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var index = 0; index < fields.Length; index++)
        {
            fields[index] = reader.GetString(index);
        }

        return fields;
    }

    // Two stray quotation marks, rows apart, make one long record: with text after the second, or with too few or too many columns.
    private static bool SwallowedRows(string[] fields, FileLayout layout, bool isMalformed) =>
        (isMalformed || fields.Length != layout.Columns.Length)
        && fields.Any(field => field.Contains('\n', StringComparison.Ordinal) && field.Contains(layout.Separator, StringComparison.Ordinal));
}
