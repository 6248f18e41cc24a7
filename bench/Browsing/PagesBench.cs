using System.Globalization;
using NodaTime;
using Notifieringar.Bench.Importing;
using Notifieringar.Bench.Machines;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench.Browsing;

/// <summary>Opens every page of staff's in a unit with many families.</summary>
internal sealed class PagesBench : IBench
{
    private const double MostMilliseconds = 50;

    // Six years of children, some of whom are to be visited.
    private const int BornWithin = 2190;

    private const int Smaller = 20;

    private static readonly Size People = new("--people", 100_000, "families in the unit");
    private static readonly Size Times = new("--times", 21, "each page is opened");

    public string Name => "pages";

    public string Summary => "staff's pages in a large unit";

    public IReadOnlyList<Size> Sizes => [People, Times];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var (many, few) = (sizes[People], Math.Max(1, sizes[People] / Smaller));
        await using var machine = await BenchMachine.StartAsync(counts: false, cancellation);
        await progress.WriteLineAsync($"pages: {few} families");
        await FillAsync(machine, few, cancellation);
        using var browser = await StaffBrowser.SignedInAsync(machine, cancellation);
        var pages = await StaffPageAddresses.OfAsync(machine, browser, cancellation);
        var before = await TimesAsync(browser, pages, sizes[Times], cancellation);
        await progress.WriteLineAsync($"pages: {many} families");
        await FillAsync(machine, many, cancellation);
        var now = await TimesAsync(browser, pages, sizes[Times], cancellation);
        return new Measurement(
            "pages",
            string.Create(CultureInfo.InvariantCulture, $"{many:N0} families imported in one unit, each page opened {sizes[Times]} times, medians"),
            [.. pages.Pages.Select(page => RowOf(page, before, now, string.Create(CultureInfo.InvariantCulture, $"the same with {few:N0}")))])
        {
            Notes =
            [
                "The server's time: what a browser on this machine waits for the function process, without the platform in front of it, less what it waits for",
                "a script that is served from memory. Pages take turns, so that a slow second of the machine falls on all of them. The emulator's own",
                "part grows with its tables, which Azure's does not: see storage.",
            ],
        };
    }

    // A list comes in the morning, the night's planning follows, and what is due is sent.
    private static async Task FillAsync(BenchMachine machine, int families, CancellationToken cancellation)
    {
        await ImportRun.OfAsync(machine, InventedList.Of(families, new LocalDate(2025, 1, 20), BornWithin), cancellation);
        foreach (var timer in new[] { "SendDueNotices", "StartReports" })
        {
            await machine.FireAsync(timer, cancellation);
            await machine.DrainAsync(cancellation);
        }
    }

    private static Row RowOf(StaffPageAddress page, PageTimes before, PageTimes now, string baseline) => new(page.Name, now.Of(page), "ms")
    {
        Baseline = new Baseline(before.Of(page), baseline),
        Target = Target.AtMost(MostMilliseconds),
    };

    private static async Task<PageTimes> TimesAsync(StaffBrowser browser, OpenedPages pages, int times, CancellationToken cancellation)
    {
        var took = pages.Pages.Append(pages.Floor).ToDictionary(page => page, _ => new List<double>(times));
        for (var round = -1; round < times; round++)
        {
            foreach (var page in took.Keys)
            {
                var one = await browser.OpenAsync(page, cancellation);
                if (round >= 0) // the first round compiles
                {
                    took[page].Add(one.TotalMilliseconds);
                }
            }
        }

        return new PageTimes(took, pages.Floor);
    }

    private sealed record PageTimes(IReadOnlyDictionary<StaffPageAddress, List<double>> Took, StaffPageAddress Floor)
    {
        public double Of(StaffPageAddress page) => Median(page) - Median(Floor);

        private double Median(StaffPageAddress page) => Took[page].Order().ElementAt(Took[page].Count / 2);
    }
}
