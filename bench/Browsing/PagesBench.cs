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

    private static readonly Size People = new("--people", 100_000, "families in the unit");
    private static readonly Size Times = new("--times", 21, "each page is opened");

    public string Name => "pages";

    public string Summary => "staff's pages in a large unit";

    public IReadOnlyList<Size> Sizes => [People, Times];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        await using var machine = await BenchMachine.StartAsync(counts: false, cancellation);
        await progress.WriteLineAsync($"pages: importing {sizes[People]} families and planning their visits");
        await ImportRun.OfAsync(machine, InventedList.Of(sizes[People], new LocalDate(2025, 1, 20), BornWithin), cancellation);
        await machine.FireAsync("SendDueNotices", cancellation);
        await machine.DrainAsync(cancellation);
        await machine.FireAsync("StartReports", cancellation);
        await machine.DrainAsync(cancellation);
        using var browser = await StaffBrowser.SignedInAsync(machine, cancellation);
        var pages = await StaffPageAddresses.OfAsync(machine, browser, cancellation);
        var times = await TimesAsync(browser, pages, sizes[Times], cancellation);
        var empty = Median(times[pages.Floor]);
        return new Measurement(
            "pages",
            string.Create(CultureInfo.InvariantCulture, $"{sizes[People]:N0} families imported in one unit, each page opened {sizes[Times]} times, medians"),
            [.. pages.Pages.Select(page => new Row(page.Name, Median(times[page]) - empty, "ms") { Baseline = new Baseline(empty, "a script of the pages") , Target = Target.AtMost(MostMilliseconds) })])
        {
            Notes =
            [
                "The server's time: what a browser on this machine waits for the function process, without the platform in front of it, less what it waits for",
                "a script that is served from memory. Pages take turns, so that a slow second of the machine falls on all of them.",
            ],
        };
    }

    private static async Task<Dictionary<StaffPageAddress, List<double>>> TimesAsync(StaffBrowser browser, OpenedPages pages, int times, CancellationToken cancellation)
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

        return took;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
