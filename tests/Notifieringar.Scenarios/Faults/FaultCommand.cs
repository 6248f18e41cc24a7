using System.Globalization;

namespace Notifieringar.Scenarios.Faults;

/// <summary><c>faults --seeds N [--from S] [--notices N] [--silenced N]</c>: the fault harness for as long as one likes. Exit code 1 when a promise was broken.</summary>
internal static class FaultCommand
{
    public const string Name = "faults";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (seeds, from) = (3, 1);
        var all = new FaultOptions(0);
        for (var index = 0; index + 1 < arguments.Length; index += 2)
        {
            var number = int.Parse(arguments[index + 1], CultureInfo.InvariantCulture);
            _ = arguments[index] switch
            {
                "--seeds" => seeds = number,
                "--from" => from = number,
                "--notices" => (all = all with { Notices = number }).Notices,
                "--silenced" => (all = all with { Silenced = number }).Silenced,
                var other => throw new ArgumentException($"'{other}' is not an option; use --seeds, --from, --notices and --silenced, each with a number."),
            };
        }

        var broken = 0;
        foreach (var seed in Enumerable.Range(from, seeds))
        {
            var report = await FaultRun.RunAsync(all with { Seed = seed }, CancellationToken.None);
            await Console.Out.WriteLineAsync(report.ToString());
            broken += report.Broken.Count == 0 ? 0 : 1;
        }

        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{seeds - broken} of {seeds} seeds kept every promise."));
        return broken == 0 ? 0 : 1;
    }
}
