using System.Diagnostics;
using System.Globalization;
using Notifieringar.Bench.Fuzzing.Imports;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>Imports damaged lists of families and reports those that crash, lose a row, repeat what they hold or take too much memory.</summary>
internal sealed class ListBench : ICommand
{
    private const double Mega = 1048576.0;

    public string Name => "fuzz-import";

    public string Summary => "damaged lists of families: --count N [--seed S] [--first N] [--keep FOLDER]; reports crashes, lost rows and memory";

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) => Task.FromResult(Run(arguments));

    private static int Run(IReadOnlyList<string> arguments)
    {
        if (FuzzBench.Number(arguments, "--count", 10_000) is not { } count
            || FuzzBench.Number(arguments, "--seed", 1) is not { } seed
            || FuzzBench.Number(arguments, "--first", 0) is not { } first)
        {
            Console.Error.WriteLine("--count, --seed and --first take a whole number.");
            return 2;
        }

        var started = TimeProvider.System.GetTimestamp();
        var session = new ListSession(seed);
        session.Run(first, count, number =>
        {
            if (number % 1000 == 0)
            {
                Console.Error.WriteLine($"from {number}");
            }
        });
        foreach (var (file, outcome) in session.Faults)
        {
            Keep(arguments, file);
            Console.WriteLine($"{outcome.Verdict}: --seed {seed} --first {file.Number} --count 1 ({file.Bytes.Length} bytes)\n{outcome.Detail}\n");
        }

        Report(session, count, seed, TimeProvider.System.GetElapsedTime(started));
        return session.Faults.Count == 0 ? 0 : 1;
    }

    // What is at fault can be looked at.
    private static void Keep(IReadOnlyList<string> arguments, ListFile file)
    {
        if (arguments.SkipWhile(argument => argument != "--keep").Skip(1).FirstOrDefault() is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{file.Number}.csv")), file.Bytes);
        }
    }

    private static void Report(ListSession session, int count, int seed, TimeSpan elapsed)
    {
        var counts = string.Join(", ", Enum.GetValues<ListVerdict>().Select(verdict => $"{verdict} {session.Counts.GetValueOrDefault(verdict)}"));
        Console.WriteLine($"{count} lists, seed {seed}, {elapsed.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s: {counts}.");
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Rows stored {session.Stored}, refused with a reason {session.Rejected}. Largest list {session.LargestFile / Mega:F1} MB, most allocated for one {session.MostBytes / Mega:F1} MB, the process at its largest {self.PeakWorkingSet64 / Mega:F0} MB."));
    }
}
