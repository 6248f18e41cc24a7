using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Simulating;
using Notifieringar.Bench.Tables;
using Notifieringar.Delivery.Letters;
using Notifieringar.LocalHost;

namespace Notifieringar.Bench.Printing;

/// <summary>A letter run of the function process, from its closing until every letter is printed, and the printer by itself.</summary>
internal sealed class LettersBench : IBench
{
    private const int OneByOne = 20;
    private const double LettersASecond = 200;

    private static readonly Size Letters = new("--letters", 2_000, "in the run");

    private static readonly LetterText Swedish = new("sv", RightToLeft: false, LetterRun.Text, "Svara här", "Kod");

    public string Name => CostRows.Letters;

    public string Summary => "a letter run";

    public IReadOnlyList<Size> Sizes => [Letters];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var count = sizes[Letters];
        await using var printer = new LetterPrinter(Options, TimeProvider.System, NullLogger<LetterPrinter>.Instance);
        await progress.WriteLineAsync("letters: one at a time");
        await PrintAsync(printer, 1, 1, cancellation); // the browser starts
        var single = await PrintAsync(printer, OneByOne, 1, cancellation);
        await progress.WriteLineAsync($"letters: {count} in a run");
        var parts = await PrintAsync(printer, count, LetterPrinter.MaxLettersInPart, cancellation);
        var run = await LetterRun.OfAsync(count, cancellation);
        return new Measurement(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} letters of one sheet in parts of at most {LetterPrinter.MaxLettersInPart}"),
            [
                new Row(CostRows.Run, count / run.Took.TotalSeconds, "letters/s")
                {
                    Baseline = new Baseline(single, "one letter printed at a time"),
                    Target = Target.AtLeast(LettersASecond),
                },
                new Row("the printer alone", parts, "letters/s") { Baseline = new Baseline(single, "one letter printed at a time"), Target = Target.AtLeast(LettersASecond) },
                new Row("peak memory of the function process", run.PeakMegabytes.Now, "MB") { Baseline = new Baseline(run.PeakMegabytes.Before, "before the run") },
            ])
        {
            Notes = ["The run starts its own browser, reads its letters from storage, checks them once more and keeps the parts: all that is counted."],
        };
    }

    private static LettersOptions Options => new()
    {
        ChromiumFolder = Path.Combine(LocalFolders.RepositoryRoot, "node_modules", "@sparticuz", "chromium"),
        FontsFolder = Path.Combine(LocalFolders.RepositoryRoot, "node_modules", "@fontsource"),
        CacheFolder = Path.Combine(LocalFolders.DefaultData, "chromium"),
    };

    // Letters a second, in parts of a size.
    private static async Task<double> PrintAsync(LetterPrinter printer, int count, int part, CancellationToken cancellation)
    {
        var letters = Enumerable.Range(0, count).Select(Letter).ToList();
        var started = TimeProvider.System.GetTimestamp();
        foreach (var some in letters.Chunk(part))
        {
            var printed = await printer.PrintAsync(some, EnvelopeProfile.Default, cancellation);
            if (!printed.Problems.IsEmpty)
            {
                throw new BenchFailedException($"A letter was not printed: {printed.Problems[0].Kind}.");
            }
        }

        return count / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static LetterToPrint Letter(int number) => new(
        number.ToString(CultureInfo.InvariantCulture),
        ["Maja Provström", string.Create(CultureInfo.InvariantCulture, $"Granstigen {number}"), "998 10 Provby"],
        "Stora bibliotek",
        ["Storgatan 1", "998 10 Provby"],
        Swedish,
        Swedish: null,
        AnswerUrl: null,
        ShortCode: null,
        "070-174 06 05",
        "4 februari 2025");
}
