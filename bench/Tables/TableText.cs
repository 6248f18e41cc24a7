using System.Globalization;
using System.Text;

namespace Notifieringar.Bench.Tables;

/// <summary>A table for people.</summary>
internal static class TableText
{
    private static readonly string[] Heads = ["", "figure", "unit", "baseline", "ratio", "target", "share", "", "the baseline is"];

    /// <summary>The columns whose cells stand to the left.</summary>
    private static readonly HashSet<int> Left = [0, 2, 7, 8];

    public static string Of(Measurement measurement)
    {
        var cells = measurement.Rows.Select(Cells).Prepend(Heads).ToList();
        var widths = Enumerable.Range(0, Heads.Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{measurement.Name} – {measurement.About}\n");
        foreach (var row in cells)
        {
            text.Append("  ").Append(string.Join("  ", row.Select((cell, column) => Left.Contains(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd()).Append('\n');
        }

        foreach (var note in measurement.Notes)
        {
            text.Append("  ").Append(note).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Four digits that count, whatever the size.</summary>
    public static string Number(double figure) => Math.Abs(figure) switch
    {
        >= 100 => figure.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("N1", CultureInfo.InvariantCulture),
        >= 1 or 0 => figure.ToString("N2", CultureInfo.InvariantCulture),
        _ => figure.ToString("N3", CultureInfo.InvariantCulture),
    };

    private static string[] Cells(Row row) =>
    [
        row.Name,
        Number(row.Figure),
        row.Unit,
        row.Baseline is { } baseline ? Number(baseline.Figure) : "",
        row.Ratio is { } ratio ? Number(ratio) : "",
        row.Target is { } target ? $"{(target.IsLeast ? '≥' : '≤')} {Number(target.Figure)}" : "",
        row.Share is { } share ? share.ToString("P0", CultureInfo.InvariantCulture) : "",
        row.IsMet switch { true => "met", false => "MISSED", null => "" },
        row.Baseline?.What ?? "",
    ];
}
