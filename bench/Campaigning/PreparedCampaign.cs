using Notifieringar.Bench.Machines;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Bench.Campaigning;

/// <summary>A campaign that only waits for its approval, and those it goes to.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Address">The campaign's.</param>
internal sealed record PreparedCampaign(BenchMachine Machine, string Address)
{
    /// <exception cref="BenchFailedException">It would not go to all of them.</exception>
    public static async Task<PreparedCampaign> OfAsync(BenchMachine machine, CampaignKind kind, int recipients, CancellationToken cancellation)
    {
        await kind.DefineAsync(machine.Tables, cancellation);
        await Recipients.WriteAsync(machine, Recipients.Ids(recipients), cancellation);
        var campaigns = $"campaigns/{BenchMachine.Unit}";
        var campaign = await machine.PostAsync<CampaignView>(campaigns, kind.Draft, cancellation);
        var address = $"{campaigns}/{campaign.Id}";
        var dryRun = await machine.PostAsync<DryRunReport>($"{address}/dry-run", new { }, cancellation);
        return dryRun.Recipients == recipients
            ? new PreparedCampaign(machine, address)
            : throw new BenchFailedException($"The dry run finds {dryRun.Recipients} recipients, not {recipients}.");
    }

    /// <summary>Approves it and lets it run to its end, the timer fired at once.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        await Machine.PostAsync<CampaignView>($"{Address}/approve", new { by = "bertil" }, cancellation);
        await Machine.FireAsync("SweepCampaigns", cancellation);
        await Machine.DrainAsync(cancellation);
    }
}
