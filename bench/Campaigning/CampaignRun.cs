using System.Numerics;
using Notifieringar.Bench.Machines;
using Notifieringar.LocalHost.Sandbox;

namespace Notifieringar.Bench.Campaigning;

/// <summary>One campaign on a machine of its own, from its approval until the provider has accepted every SMS and the ledger says so.</summary>
/// <param name="Recipients">To how many.</param>
/// <param name="Took">The time that passed.</param>
/// <param name="Processor">What the function process worked.</param>
/// <param name="PeakMegabytes">The most memory the function process held, and what it held before.</param>
/// <param name="BarePerSecond">Notices a second that the emulator takes when only their rows are written.</param>
/// <param name="StorageCalls">What the function process asked of storage; 0 unless it was counted.</param>
internal sealed record CampaignRun(
    int Recipients, TimeSpan Took, TimeSpan Processor, (double Now, double Before) PeakMegabytes, double BarePerSecond, long StorageCalls)
{
    private const int MostPeopleOfShard = 800;

    public double PerSecond => Recipients / Took.TotalSeconds;

    /// <exception cref="BenchFailedException">Somebody was not told, or told twice.</exception>
    public static async Task<CampaignRun> OfAsync(CampaignKind kind, int recipients, bool counts, CancellationToken cancellation)
    {
        await using var machine = await BenchMachine.StartAsync(counts, cancellation, ShardsFor(recipients));
        var campaign = await PreparedCampaign.OfAsync(machine, kind, recipients, cancellation);
        var bare = await BareNotices.OfAsync(machine, recipients, cancellation);
        await bare.TellAsync(cancellation);
        var (calls, processor, memory) = (machine.StorageCalls, machine.Process.Processor, machine.Process.PeakMegabytes);
        var started = TimeProvider.System.GetTimestamp();
        await campaign.SendAsync(cancellation);
        var took = TimeProvider.System.GetElapsedTime(started);
        (calls, processor) = (machine.StorageCalls - calls, machine.Process.Processor - processor);
        var peak = machine.Process.PeakMegabytes;
        var accepted = machine.Machine.Sandbox.Messages.Count(message => message.Channel == SandboxChannel.Sms);
        if (accepted != recipients || machine.Machine.Sandbox.Repeated().Count > 0)
        {
            throw new BenchFailedException($"{accepted} SMS were accepted, for {recipients} recipients.");
        }

        await bare.TellAsync(cancellation);
        return new CampaignRun(recipients, took, processor, (peak, memory), bare.PerSecond, calls);
    }

    // As docs/units.md advises.
    private static int ShardsFor(int recipients) => (int)BitOperations.RoundUpToPowerOf2((uint)((recipients + MostPeopleOfShard - 1) / MostPeopleOfShard));
}
