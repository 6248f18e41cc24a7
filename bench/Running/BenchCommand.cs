using Notifieringar.Bench.Tables;
using Notifieringar.LocalHost.Commands;

namespace Notifieringar.Bench.Running;

/// <summary>One bench by its name.</summary>
internal sealed class BenchCommand(IBench bench) : ICommand
{
    public string Name => bench.Name;

    public string Summary => bench.Sizes.Count == 0
        ? bench.Summary
        : $"{bench.Summary}; {string.Join(", ", bench.Sizes.Select(size => $"{size.Option} {size.Usual} ({size.What})"))}";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var options = new OptionReader(arguments);
        var sizes = ChosenSizes.Read(options, bench.Sizes);
        var json = options.Text("--json");
        options.RefuseTheRest();
        var timed = await TimedMeasurement.OfAsync(bench, sizes, cancellation);
        await Console.Out.WriteLineAsync(TableText.Of(timed.Measurement));
        if (json is not null)
        {
            await File.WriteAllTextAsync(json, TableJson.Of([(timed.Measurement, timed.Took)]), cancellation);
        }

        return 0;
    }
}
