using Notifieringar.Bench.Machines;
using Notifieringar.LocalHost.Sandbox;

namespace Notifieringar.Bench.Campaigning;

/// <summary>One campaign on a machine of its own, from its approval until the provider has accepted every SMS and the ledger says so.</summary>
/// <param name="Recipients">To how many.</param>
/// <param name="Took">The time that passed.</param>
/// <param name="Processor">What the function process worked.</param>
/// <param name="PeakMegabytes">The most memory the function process held, and what it held before.</param>
/// <param name="RawRows">Rows a second that the emulator took in batches just before.</param>
/// <param name="StorageCalls">What the function process asked of storage; 0 unless it was counted.</param>
internal sealed record CampaignRun(
    int Recipients, TimeSpan Took, TimeSpan Processor, (double Now, double Before) PeakMegabytes, double RawRows, long StorageCalls)
{
    public double PerSecond => Recipients / Took.TotalSeconds;

    /// <exception cref="BenchFailedException">Somebody was not told, or told twice.</exception>
    public static async Task<CampaignRun> OfAsync(CampaignKind kind, int recipients, bool counts, CancellationToken cancellation)
    {
        await using var machine = await BenchMachine.StartAsync(counts, cancellation);
        var campaign = await PreparedCampaign.OfAsync(machine, kind, recipients, cancellation);
        var (calls, processor, memory) = (machine.StorageCalls, machine.Process.Processor, machine.Process.PeakMegabytes);
        var started = TimeProvider.System.GetTimestamp();
        await campaign.SendAsync(cancellation);
        var took = TimeProvider.System.GetElapsedTime(started);
        var accepted = machine.Machine.Sandbox.Messages.Count(message => message.Channel == SandboxChannel.Sms);
        return accepted == recipients && machine.Machine.Sandbox.Repeated().Count == 0
            ? new CampaignRun(
                recipients,
                took,
                machine.Process.Processor - processor,
                (machine.Process.PeakMegabytes, memory),
                campaign.RawRows,
                machine.StorageCalls - calls)
            : throw new BenchFailedException($"{accepted} SMS were accepted, for {recipients} recipients.");
    }
}
