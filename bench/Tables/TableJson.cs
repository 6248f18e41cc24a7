using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.Bench.Tables;

/// <summary>Tables for machines.</summary>
internal static class TableJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes tables with how long each took, and the machine they were measured on.</summary>
    public static string Of(IEnumerable<(Measurement Measurement, TimeSpan Took)> measured) => JsonSerializer.Serialize(
        new TableFile(
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            System.Environment.ProcessorCount,
            [.. measured.Select(one => new TableOfFile(
                one.Measurement.Name,
                one.Measurement.About,
                Math.Round(one.Took.TotalSeconds, 1),
                [.. one.Measurement.Rows.Select(RowOfFile.Of)],
                one.Measurement.Notes))]),
        Options);

    /// <summary>Reads what was written.</summary>
    public static TableFile Read(string json) => JsonSerializer.Deserialize<TableFile>(json, Options)!;
}

/// <summary>The file of tables.</summary>
internal sealed record TableFile(string System, string Runtime, int Cores, IReadOnlyList<TableOfFile> Tables);

/// <summary>One table in the file.</summary>
internal sealed record TableOfFile(string Name, string About, double Seconds, IReadOnlyList<RowOfFile> Rows, IReadOnlyList<string> Notes);

/// <summary>One row in the file.</summary>
internal sealed record RowOfFile(
    string Name,
    double Figure,
    string Unit,
    double? Baseline,
    string? BaselineIs,
    double? Ratio,
    double? AtLeast,
    double? AtMost,
    double? Share,
    bool? Met)
{
    public static RowOfFile Of(Row row) => new(
        row.Name,
        row.Figure,
        row.Unit,
        row.Baseline?.Figure,
        row.Baseline?.What,
        row.Ratio,
        row.Target is { IsLeast: true } least ? least.Figure : null,
        row.Target is { IsLeast: false } most ? most.Figure : null,
        row.Share,
        row.IsMet);
}
