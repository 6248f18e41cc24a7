namespace Notifieringar.Bench.Tables;

/// <summary>What a bench measured: one table.</summary>
/// <param name="Name">The bench's name.</param>
/// <param name="About">What was measured and how much of it, in a line.</param>
/// <param name="Rows">The figures.</param>
internal sealed record Measurement(string Name, string About, IReadOnlyList<Row> Rows)
{
    /// <summary>What a reader must know to believe the figures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
