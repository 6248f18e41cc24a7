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
    private static readonly LocalDate Youngest = new(2025, 1, 20);
    private static readonly Size People = new("--people", 20_000, "families in the unit");
    private static readonly Size Times = new("--times", 11, "each page is opened");

    public string Name => "pages";

    public string Summary => "staff's pages in a large unit";

    public IReadOnlyList<Size> Sizes => [People, Times];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var (many, few) = (sizes[People], Math.Max(1, sizes[People] / Smaller));
        await using var machine = await BenchMachine.StartAsync(counts: true, cancellation);
        await progress.WriteLineAsync($"pages: {few} families");
        await ImportRun.OfAsync(machine, InventedList.Of(few, Youngest, BornWithin), cancellation);
        await SettleAsync(machine, cancellation);
        using var browser = await StaffBrowser.SignedInAsync(machine, cancellation);
        var pages = await StaffPageAddresses.OfAsync(machine, browser, cancellation);
        var before = await OpenedPage.AllAsync(machine, browser, pages, sizes[Times], cancellation);
        await progress.WriteLineAsync($"pages: {many} families");
        await ImportedRows.Of(InventedList.Of(many, Youngest, BornWithin)).WriteAsync(machine, cancellation);
        await machine.FireAsync("StartVisitPlanning", cancellation);
        await SettleAsync(machine, cancellation);
        await progress.WriteLineAsync("pages: opening");
        var now = await OpenedPage.AllAsync(machine, browser, pages, sizes[Times], cancellation);
        return new Measurement(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"{many:N0} families in one unit, each page opened {sizes[Times]} times, medians of the server's time"),
            [
                .. now.Select((page, index) => RowOf(page, before[index], few)),
                new Row("all of them, with what the emulator takes", now.Sum(page => page.Whole), "ms")
                {
                    Baseline = new Baseline(before.Sum(page => page.Whole), string.Create(CultureInfo.InvariantCulture, $"the same with {few:N0}")),
                },
            ])
        {
            Notes =
            [
                "The server's time: from the request to the whole answer over loopback, less the time in which it waited for storage, which on Azure is some ten",
                "milliseconds for each call that follows another. The emulator looks through its whole table for a range of it, so that its own part grows.",
                "Most of the families are written as an import leaves them: the emulator takes longer for a list of 100,000 than a function has.",
            ],
        };
    }

    // After a list and the night's planning, what is due is sent.
    private static async Task SettleAsync(BenchMachine machine, CancellationToken cancellation)
    {
        await machine.DrainAsync(cancellation);
        foreach (var timer in new[] { "SendDueNotices", "StartReports" })
        {
            await machine.FireAsync(timer, cancellation);
            await machine.DrainAsync(cancellation);
        }
    }

    private static Row RowOf(OpenedPage page, OpenedPage before, int few) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{page.Name} ({page.StorageCalls} storage calls)"), page.Server, "ms")
        {
            Baseline = new Baseline(before.Server, string.Create(CultureInfo.InvariantCulture, $"the same with {few:N0}")),
            Target = Target.AtMost(MostMilliseconds),
        };
}
