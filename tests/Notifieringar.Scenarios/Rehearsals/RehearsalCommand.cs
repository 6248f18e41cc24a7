using System.Globalization;

namespace Notifieringar.Scenarios.Rehearsals;

/// <summary><c>rehearsal [--households N]</c>: rehearses sixty days of a large library, runs them, and compares the two notice for notice. Exit
/// code 1 when they differ.</summary>
internal static class RehearsalCommand
{
    public const string Name = "rehearsal";
    private const int Usual = 10_000;
    private const int Shown = 20;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var households = arguments switch
        {
            [] => Usual,
            ["--households", var number] => int.Parse(number, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException("Use --households with a number."),
        };
        var comparison = await RehearsalComparison.OfAsync(RehearsedUnit.Large(households, RehearsalComparison.Period));
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{households} households: {comparison.Rehearsed.Count} notices rehearsed in {comparison.Took.TotalSeconds:0.0} s ({comparison.Said} to be said), {comparison.Run.Count} when the days were run."));
        var differing = comparison.Rehearsed.Except(comparison.Run).Select(line => $"  only rehearsed: {line}")
            .Concat(comparison.Run.Except(comparison.Rehearsed).Select(line => $"  only run: {line}"))
            .ToList();
        foreach (var line in differing.Take(Shown))
        {
            await Console.Out.WriteLineAsync(line);
        }

        var areEqual = comparison.Rehearsed.SequenceEqual(comparison.Run);
        await Console.Out.WriteLineAsync(areEqual ? "They are the same, notice for notice." : $"They differ in {differing.Count} lines.");
        return areEqual ? 0 : 1;
    }
}
