using System.Globalization;

namespace Notifieringar.Scenarios.Faults;

/// <summary><c>faults --seeds N [--from S] [--notices N] [--silenced N]</c>: the fault harness for as long as one likes, with <c>--campaign 0</c>
/// without campaign, answers and visits, which takes half the time; <c>faults --sms N</c>: one campaign of that many SMS. Exit code 1 when a
/// promise was broken.</summary>
internal static class FaultCommand
{
    public const string Name = "faults";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (seeds, from) = (3, 1);
        var all = FaultOptions.Storm(0);
        var sms = 0;
        for (var index = 0; index + 1 < arguments.Length; index += 2)
        {
            var number = int.Parse(arguments[index + 1], CultureInfo.InvariantCulture);
            _ = arguments[index] switch
            {
                "--seeds" => seeds = number,
                "--from" => from = number,
                "--notices" => (all = all with { Notices = number }).Notices,
                "--silenced" => (all = all with { Silenced = number }).Silenced,
                "--campaign" => (all = number > 0 ? all : new FaultOptions(0) { Notices = all.Notices, Silenced = all.Silenced }).Notices,
                "--sms" => sms = number,
                var other => throw new ArgumentException($"'{other}' is not an option; use --seeds, --from, --notices, --silenced, --campaign and --sms, each with a number."),
            };
        }

        FaultOptions[] runs = sms > 0 ? [FaultOptions.ManySms(sms)] : [.. Enumerable.Range(from, seeds).Select(seed => all with { Seed = seed })];
        var broken = 0;
        foreach (var run in runs)
        {
            var report = await FaultRun.RunAsync(run, CancellationToken.None);
            await Console.Out.WriteLineAsync(report.ToString());
            broken += report.Broken.Count == 0 ? 0 : 1;
        }

        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{runs.Length - broken} of {runs.Length} seeds kept every promise."));
        return broken == 0 ? 0 : 1;
    }
}
