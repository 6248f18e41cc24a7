using System.Globalization;
using Notifieringar.Bench.Tables;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Commands;

namespace Notifieringar.Bench.Running;

/// <summary>Every bench, one after the other.</summary>
internal sealed class AllCommand(IReadOnlyList<IBench> benches) : ICommand
{
    public string Name => "all";

    public string Summary => "every table; --json FILE for machines, and the sizes of the benches";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var options = new OptionReader(arguments);
        var sizes = ChosenSizes.Read(options, benches.SelectMany(bench => bench.Sizes));
        var json = options.Text("--json");
        options.RefuseTheRest();
        var measured = new List<TimedMeasurement>();
        var failed = 0;
        foreach (var bench in benches)
        {
            try
            {
                measured.Add(await TimedMeasurement.OfAsync(bench, sizes, cancellation));
                await Console.Out.WriteLineAsync(TableText.Of(measured[^1].Measurement));
            }
            catch (Exception wrong) when (wrong is BenchFailedException or StartFailedException)
            {
                failed++; // the others are worth having
                await Console.Out.WriteLineAsync($"{bench.Name} – nothing was measured: {wrong.Message}");
            }

            // Written each time: what is measured is not lost when a later one fails.
            if (json is not null)
            {
                await File.WriteAllTextAsync(json, TableJson.Of(measured.Select(one => (one.Measurement, one.Took))), cancellation);
            }
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.Count} tables in {measured.Sum(one => one.Took.TotalMinutes):0.0} minutes; {measured.Sum(one => one.Measurement.Rows.Count(row => row.IsMet == false))} targets missed."));
        return failed == 0 ? 0 : 1;
    }
}
