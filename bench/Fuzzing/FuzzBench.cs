using System.Globalization;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>Renders mutated and made-up templates and reports those that crash, hang, leak or exceed their budget of time or memory.</summary>
internal sealed class FuzzBench : ICommand
{
    private const int ShownCharacters = 600;

    public string Name => "fuzz";

    public string Summary => "mutated templates: --count N [--seed S] [--first N]; reports crashes, hangs and budgets exceeded";

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) => Task.FromResult(Run(arguments));

    private static int Run(IReadOnlyList<string> arguments)
    {
        if (Number(arguments, "--count", 10_000) is not { } count
            || Number(arguments, "--seed", 1) is not { } seed
            || Number(arguments, "--first", 0) is not { } first)
        {
            Console.Error.WriteLine("--count, --seed and --first take a whole number.");
            return 2;
        }

        var started = TimeProvider.System.GetTimestamp();
        var session = new FuzzSession(seed, FuzzBudget.Usual);

        // Should the whole process end, the last line says where to look.
        session.Run(first, count, number =>
        {
            if (number % 1000 == 0)
            {
                Console.Error.WriteLine($"from {number}");
            }
        });
        Report(session, count, seed, TimeProvider.System.GetElapsedTime(started));
        return session.Faults.Count == 0 ? 0 : 1;
    }

    private static void Report(FuzzSession session, int count, int seed, TimeSpan elapsed)
    {
        foreach (var (template, outcome) in session.Faults)
        {
            var shown = template.Text.Length > ShownCharacters ? template.Text[..ShownCharacters] + "…" : template.Text;
            Console.WriteLine($"{outcome.Verdict}: --seed {seed} --first {template.Number} --count 1 ({template.Setting.Id}, {Cost(outcome.Elapsed, outcome.Bytes)})\n{outcome.Detail}\n{shown}\n");
        }

        var counts = string.Join(", ", Enum.GetValues<FuzzVerdict>().Select(verdict => $"{verdict} {session.Counts.GetValueOrDefault(verdict)}"));
        Console.WriteLine($"{count} templates, seed {seed}, {elapsed.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s: {counts}.");
        Console.WriteLine($"Slowest and largest: {Cost(session.Slowest, session.Largest)}.");
    }

    private static string Cost(TimeSpan elapsed, long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:F0} ms, {bytes / 1048576.0:F1} MB");

    internal static int? Number(IReadOnlyList<string> arguments, string name, int usual)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index] == name)
            {
                return index + 1 < arguments.Count && int.TryParse(arguments[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;
            }
        }

        return usual;
    }
}
