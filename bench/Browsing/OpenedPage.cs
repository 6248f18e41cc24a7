using Notifieringar.Bench.Machines;

namespace Notifieringar.Bench.Browsing;

/// <summary>A page that was opened several times: medians.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Server">Milliseconds of the server's own time.</param>
/// <param name="Whole">Milliseconds until it was there.</param>
/// <param name="StorageCalls">How many calls of storage it took.</param>
internal sealed record OpenedPage(string Name, double Server, double Whole, long StorageCalls)
{
    /// <summary>Pages take turns, so that a slow second of the machine falls on all of them.</summary>
    /// <returns>In the order of the pages.</returns>
    public static async Task<IReadOnlyList<OpenedPage>> AllAsync(
        BenchMachine machine, StaffBrowser browser, IReadOnlyList<StaffPageAddress> pages, int times, CancellationToken cancellation)
    {
        var opened = pages.ToDictionary(page => page, _ => new List<OpenedPage>(times));
        for (var round = -1; round < times; round++)
        {
            foreach (var page in pages)
            {
                var one = await OfAsync(machine, browser, page, cancellation);
                if (round >= 0) // the first round compiles
                {
                    opened[page].Add(one);
                }
            }
        }

        return [.. pages.Select(page => Median(opened[page]))];
    }

    private static async Task<OpenedPage> OfAsync(BenchMachine machine, StaffBrowser browser, StaffPageAddress page, CancellationToken cancellation)
    {
        var (calls, waits) = (machine.StorageCalls, machine.StorageWaits);
        var took = await browser.OpenAsync(page, cancellation);
        return new OpenedPage(
            page.Name, (took - (machine.StorageWaits - waits)).TotalMilliseconds, took.TotalMilliseconds, machine.StorageCalls - calls);
    }

    private static OpenedPage Median(List<OpenedPage> some) => new(
        some[0].Name,
        some.Select(one => one.Server).Order().ElementAt(some.Count / 2),
        some.Select(one => one.Whole).Order().ElementAt(some.Count / 2),
        some.Select(one => one.StorageCalls).Order().ElementAt(some.Count / 2));
}
