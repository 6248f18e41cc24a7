using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench;

/// <summary>One thing that is measured, by name. Everybody measures its baseline in the same run: figures of two machines, or of two hours of one,
/// do not compare.</summary>
internal interface IBench
{
    /// <summary>What is written after <c>--</c>.</summary>
    string Name { get; }

    /// <summary>One line for the list of names.</summary>
    string Summary { get; }

    /// <summary>How much is measured, where that can be chosen.</summary>
    IReadOnlyList<Size> Sizes { get; }

    /// <summary>Measures.</summary>
    /// <param name="sizes">How much.</param>
    /// <param name="progress">For a line when something that takes long begins.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>The rows.</returns>
    Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation);
}
