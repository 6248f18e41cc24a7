using Notifieringar.Bench.Measuring;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench.Rendering;

/// <summary>Parses and renders a letter and an SMS, each rendering with a context of its own, beside the official engine's recorded figures.</summary>
internal sealed class RenderBench : IBench
{
    public string Name => "render";

    public string Summary => "µs and bytes of parsing and rendering a letter and an SMS";

    public IReadOnlyList<Size> Sizes => [];

    /// <exception cref="BenchFailedException">A text is not the expected one.</exception>
    public Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var operations = new List<Operation>();
        foreach (var name in new[] { "letter", "sms" })
        {
            var sample = Sample.Read(name);
            if (sample.Render() is var text && text != sample.Expected)
            {
                throw new BenchFailedException($"{name}: the text is not the expected one, so nothing was measured:\n{text}");
            }

            operations.Add(new Operation($"{name}: parse", sample.Parse));
            operations.Add(new Operation($"{name}: render", sample.Render));
        }

        return Task.FromResult(new Measurement("render", "a letter and an SMS, medians of interleaved rounds", [.. Rounds.Measure(operations).SelectMany(Rows)])
        {
            Notes =
            [
                "The texts are as expected. The official engine cannot be restored here: its figures were recorded on another day, and of a time only the",
                "best round compares roughly; bytes do compare.",
            ],
        });
    }

    private static IEnumerable<Row> Rows(KeyValuePair<string, Cost> measured)
    {
        var (name, cost) = measured;
        var official = Official.Costs[name];
        yield return new Row(name, cost.Microseconds, "µs") { Baseline = new Baseline(official.Microseconds, "Scriban 7.2.6, recorded") };
        yield return new Row($"{name}, best round", cost.Best, "µs") { Baseline = new Baseline(official.Best, "Scriban 7.2.6, recorded") };
        yield return new Row($"{name}, allocated", cost.Bytes, "bytes") { Baseline = new Baseline(official.Bytes, "Scriban 7.2.6, recorded") };
    }
}
