using System.Globalization;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Simulating;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench.Campaigning;

/// <summary>SMS campaigns of several sizes, each on a machine of its own, with the provider's sandbox on the same machine and no send budget.</summary>
internal sealed class CampaignBench : IBench
{
    private const int PlainNotices = 200;
    private const int LeastPerSecond = 1_500;
    private const int CountedInvitations = 10_000;
    private const double MostStorageCalls = 0.1;
    private const double MostMegabytes = 200;

    private static readonly Size Recipients = new("--recipients", 100_000, "of the largest campaign");
    private static readonly Size Counted = new("--counted", 10_000, "of the campaign whose storage calls are counted");

    public string Name => CostRows.Campaign;

    public string Summary => "SMS campaigns from approval to all accepted, of 1,000, 10,000 and more";

    public IReadOnlyList<Size> Sizes => [Recipients, Counted];

    public async Task<Measurement> MeasureAsync(ChosenSizes sizes, TextWriter progress, CancellationToken cancellation)
    {
        var plain = await PlainPipeline.PerSecondAsync(PlainNotices, cancellation);
        var runs = new List<CampaignRun>();
        foreach (var size in new[] { 1_000, 10_000, sizes[Recipients] }.Where(size => size <= sizes[Recipients]).Distinct())
        {
            await progress.WriteLineAsync($"campaign: {size} recipients");
            runs.Add(await CampaignRun.OfAsync(CampaignKind.Word, size, counts: false, cancellation));
        }

        await progress.WriteLineAsync("campaign: counting storage calls");
        var counted = Math.Min(sizes[Counted], sizes[Recipients]);
        var word = await CampaignRun.OfAsync(CampaignKind.Word, counted, counts: true, cancellation);
        var invitation = await CampaignRun.OfAsync(CampaignKind.Invitation, Math.Min(CountedInvitations, counted), counts: true, cancellation);
        return new Measurement(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"SMS to {runs[^1].Recipients:N0} families and fewer, from approval to all accepted"),
            [
                .. runs.Select(run => PerSecond(run, plain)),
                .. runs.Skip(1).Select(run => Cost(run, runs[0])),
                .. runs.Select(Bare),
                Calls(CostRows.StorageCalls, word, Target.AtMost(MostStorageCalls)),
                Calls("storage calls for an invitation with a code", invitation, target: null),
                .. runs.Select((run, index) => Memory(run, runs[Math.Max(0, index - 1)])),
                .. runs.SkipLast(1).Select(run => new Row($"processor time with {Of(run)}", MicrosecondsOf(run), "µs a notice")),
                new Row(CostRows.Processor, MicrosecondsOf(runs[^1]), "µs a notice") { Baseline = new Baseline(MicrosecondsOf(runs[0]), $"with {Of(runs[0])}") },
            ])
        {
            Notes =
            [
                "The plain pipeline has one queue message and one table row for each notice, and takes them one at a time, on the same emulator and sandbox.",
                "The timer is fired at once instead of at its minute. What the Functions host itself asks of the queues is not counted.",
            ],
        };
    }

    private static string Of(CampaignRun run) => run.Recipients.ToString("N0", CultureInfo.InvariantCulture);

    private static double MicrosecondsOf(CampaignRun run) => run.Processor.TotalMicroseconds / run.Recipients;

    private static Row PerSecond(CampaignRun run, double plain) => new($"{Of(run)} recipients", run.PerSecond, "notices/s")
    {
        Baseline = new Baseline(plain, "the plain pipeline"),
        Target = Target.AtLeast(LeastPerSecond),
    };

    private static Row Cost(CampaignRun run, CampaignRun least) => new($"a notice of {Of(run)}", run.Took.TotalMilliseconds / run.Recipients, "ms")
    {
        Baseline = new Baseline(least.Took.TotalMilliseconds / least.Recipients, $"one of {Of(least)}"),
    };

    private static Row Bare(CampaignRun run) => new($"of the limit with {Of(run)}", run.PerSecond, "notices/s")
    {
        Baseline = new Baseline(run.BarePerSecond, "the emulator's limit: their rows alone, nothing read or sent"),
    };

    private static Row Calls(string name, CampaignRun run, Target? target) => new(name, (double)run.StorageCalls / run.Recipients, "calls")
    {
        Baseline = new Baseline(PlainPipeline.StorageCalls, "the plain pipeline"),
        Target = target,
    };

    private static Row Memory(CampaignRun run, CampaignRun before) => new($"peak memory with {Of(run)}", run.PeakMegabytes.Now, "MB")
    {
        Baseline = run == before
            ? new Baseline(run.PeakMegabytes.Before, "before the campaign")
            : new Baseline(before.PeakMegabytes.Now, $"with {Of(before)}"),
        Target = Target.AtMost(MostMegabytes),
    };
}
