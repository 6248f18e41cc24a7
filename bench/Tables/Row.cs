namespace Notifieringar.Bench.Tables;

/// <summary>One figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Row(string Name, double Figure, string Unit)
{
    /// <summary>What it is compared with; null for a figure that is itself a baseline, or has none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What it should be; null when nothing is asked of it.</summary>
    public Target? Target { get; init; }

    /// <summary>How many times the baseline it is.</summary>
    public double? Ratio => Baseline is { Figure: not 0 } baseline ? Figure / baseline.Figure : null;

    /// <summary>How much of its target it is: of one that must be reached, more is better; of one that must not be passed, less.</summary>
    public double? Share => Target is { Figure: not 0 } target ? Figure / target.Figure : null;

    /// <summary>Null when nothing is asked of it.</summary>
    public bool? IsMet => Target is { } target ? (target.IsLeast ? Figure >= target.Figure : Figure <= target.Figure) : null;
}

/// <summary>A figure of the same unit that was measured in the same run.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="What">What it is of.</param>
internal sealed record Baseline(double Figure, string What);

/// <summary>What a figure should be.</summary>
/// <param name="Figure">The bound.</param>
/// <param name="IsLeast">True for what must be reached, false for what must not be passed.</param>
internal sealed record Target(double Figure, bool IsLeast)
{
    public static Target AtLeast(double figure) => new(figure, IsLeast: true);

    public static Target AtMost(double figure) => new(figure, IsLeast: false);
}
