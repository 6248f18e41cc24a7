using System.Buffers;
using System.Collections.Immutable;

namespace Notifieringar.Workflows.Importing;

/// <summary>The fields of one row by column, and what has been found in them.</summary>
internal sealed class RowFields(FileLayout layout, FileRecord record)
{
    private static readonly SearchValues<char> OddSpaces = SearchValues.Create("\u00A0\t\r\n\u2007\u202F");

    // Few rows have any: those without must not pay for them.
    private ImmutableArray<RowFinding> _errors = [];
    private ImmutableArray<RowFinding> _warnings = [];

    public int LineNumber => record.LineNumber;

    public ImmutableArray<RowFinding> Errors => _errors;

    public ImmutableArray<RowFinding> Warnings => _warnings;

    public bool IsRejected => !_errors.IsEmpty;

    /// <summary>The first field of the column that is not blank, trimmed and with single spaces; null when all are.</summary>
    public string? Text(Column column)
    {
        foreach (var index in layout.IndexesOf(column))
        {
            if (Field(index) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Every field of the column that is not blank: a list may have both a mobile and a home number.</summary>
    public IEnumerable<string> Texts(Column column)
    {
        foreach (var index in layout.IndexesOf(column))
        {
            if (Field(index) is { } text)
            {
                yield return text;
            }
        }
    }

    public void Reject(string code, Column? column = null) => _errors = _errors.Add(Finding(code, column));

    public void Warn(string code, Column column) => _warnings = _warnings.Add(Finding(code, column));

    private string? Field(int index) => index < record.Fields.Length ? Cleaned(record.Fields[index]) : null;

    private RowFinding Finding(string code, Column? column) =>
        new(record.LineNumber, column is { } known ? Headings.Name(known) : "", code, FindingTexts.Of(code));

    // White space of every kind, no-break spaces too, and the apostrophe that keeps a spreadsheet from reading a number.
    private static string? Cleaned(string field)
    {
        var text = field.AsSpan().Trim().TrimStart('\'');
        if (text.IsEmpty)
        {
            return null;
        }

        var isClean = text.IndexOfAny(OddSpaces) < 0 && !text.Contains("  ", StringComparison.Ordinal);
        return isClean ? (text.Length == field.Length ? field : text.ToString()) : string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
