using System.Globalization;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;
using Notifieringar.Planning.Rehearsal;

namespace Notifieringar.Bench.Rehearsing;

/// <summary>How long sixty days of a large unit take to rehearse, without reading storage, and whether that grows with the unit.</summary>
internal sealed class RehearsalBench : IBench
{
    private const int Rounds = 3;
    private const int Smaller = 10;

    private static readonly Size Households = new("--households", 10_000, "in the unit");
    private static readonly Size Days = new("--days", 60, "rehearsed");

    public string Name => "rehearsal";

    public string Summary => "the coming weeks of a large unit in memory";

    public IReadOnlyList<Size> Sizes => [Households, Days];

    public Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var (households, days) = (sizes[Households], sizes[Days]);
        var few = Math.Max(1, households / Smaller);
        Best(few, days, cancellation); // compiled
        var (small, _) = Best(few, days, cancellation);
        var (large, outcome) = Best(households, days, cancellation);
        var said = outcome.Notices.Count(notice => notice.Fate == RehearsedFate.Said);
        return Task.FromResult(new Measurement(
            "rehearsal",
            string.Create(CultureInfo.InvariantCulture, $"{days} days of {households:N0} households, the best of {Rounds} rounds"),
            [
                new Row("rehearsed", large.TotalMilliseconds, "ms"),
                new Row("a household", large.TotalMicroseconds / households, "µs")
                {
                    Baseline = new Baseline(small.TotalMicroseconds / few, string.Create(CultureInfo.InvariantCulture, $"one of {few:N0}")),
                },
                new Row("visits", outcome.Visits, "planned"),
                new Row("notices said", said, "notices"),
                new Row("notices not said", outcome.Notices.Length - said, "notices"),
            ]));
    }

    private static (TimeSpan Took, RehearsalOutcome Outcome) Best(int households, int days, CancellationToken cancellation)
    {
        var input = InventedUnit.Of(households, days);
        (TimeSpan Took, RehearsalOutcome Outcome)? best = null;
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = TimeProvider.System.GetTimestamp();
            var outcome = Planning.Rehearsal.Rehearsing.Of(input);
            var took = TimeProvider.System.GetElapsedTime(start);
            best = best is { } known && known.Took <= took ? known : (took, outcome);
        }

        return best!.Value;
    }
}
