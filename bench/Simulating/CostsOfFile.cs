using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench.Simulating;

/// <summary>Takes what a country's evening is modelled from out of the tables of all benches.</summary>
internal static class CostsOfFile
{
    /// <exception cref="BenchFailedException">The file lacks a row.</exception>
    public static MeasuredCosts Read(TableFile file) => new(
        Figure(file, CostRows.Campaign, CostRows.StorageCalls),
        Figure(file, CostRows.Campaign, CostRows.Processor),
        Figure(file, CostRows.Letters, CostRows.Run));

    private static double Figure(TableFile file, string table, string row) =>
        file.Tables.FirstOrDefault(one => one.Name == table)?.Rows.FirstOrDefault(one => one.Name == row)?.Figure
        ?? throw new BenchFailedException($"The file has no row '{row}' in a table '{table}'.");
}

/// <summary>The rows that others read, by name.</summary>
internal static class CostRows
{
    public const string Campaign = "campaign";
    public const string StorageCalls = "storage calls for a notice";
    public const string Processor = "processor time of the function process";
    public const string Letters = "letters";
    public const string Run = "a run, from its closing to its last part";
}
