using Notifieringar.Workflows.Importing;

namespace Notifieringar.Bench.Fuzzing.Imports;

/// <summary>Says by itself, without the parser, which lines of a list must be rows: all after the header that hold something, but for those that a
/// quotation mark may have joined to another.</summary>
internal static class ListLines
{
    /// <summary>The number of a line that no row tells of; null when there is none.</summary>
    public static int? Unaccounted(byte[] bytes, IReadOnlyList<ReadRow> rows)
    {
        if (rows.Zip(rows.Skip(1)).FirstOrDefault(pair => pair.First.LineNumber >= pair.Second.LineNumber) is { First: { } repeated })
        {
            return repeated.LineNumber;
        }

        using var file = new MemoryStream(bytes);
        if (FileEncoding.Detect(file) is not { } encoding || FileLayout.Find(file, encoding) is not { } layout)
        {
            return null;
        }

        using var reader = FileLayout.Text(file, encoding);
        var text = reader.ReadToEnd();
        return HasLoneReturn(text) ? null : Unaccounted(text.Split('\n'), layout, rows.Select(row => row.LineNumber).ToHashSet());
    }

    private static int? Unaccounted(string[] lines, FileLayout layout, HashSet<int> begun)
    {
        var header = layout.HeaderLine;
        var quoted = Enumerable.Range(header, Math.Max(0, lines.Length - header)).Where(index => lines[index].Contains('"', StringComparison.Ordinal)).ToList();
        var (first, last) = quoted.Count == 0 ? (int.MaxValue, int.MinValue) : (quoted[0], quoted[^1]);
        for (var index = header; index < lines.Length; index++)
        {
            if ((index < first || index > last) && !IsBlank(lines[index], layout) && !begun.Contains(index + 1))
            {
                return index + 1;
            }
        }

        return null;
    }

    // What some readers take for the end of a line and others do not.
    private static bool HasLoneReturn(string text) => text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal);

    // What stands in a column that is none of ours is nothing to us.
    private static bool IsBlank(string line, FileLayout layout) => line.Split(layout.Separator).Index()
        .All(cell => string.IsNullOrWhiteSpace(cell.Item) || (cell.Index < layout.Columns.Length && layout.Columns[cell.Index] is null));
}
