using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.StorageProxy;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Runs one seed: a campaign on three channels on two function processes while everything breaks, then calm until nothing is left to do,
/// then the proof.</summary>
internal static class FaultRun
{
    private static readonly TimeSpan TimersEvery = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(4);

    private const int Attempts = 10;

    /// <summary>Calm days after the storm: delayed notices and the next letter runs; a day and an hour later receipts are overdue.</summary>
    public static IReadOnlyList<LocalDateTime> Moments { get; } =
    [
        new(2025, 2, 4, 10, 0), new(2025, 2, 4, 14, 1), new(2025, 2, 4, 16, 30), new(2025, 2, 5, 10, 0), new(2025, 2, 5, 14, 1),
        new(2025, 2, 5, 18, 0), new(2025, 2, 6, 14, 1), new(2025, 2, 6, 18, 30), new(2025, 2, 7, 14, 1), new(2025, 2, 7, 18, 45),
    ];

    public static async Task<FaultReport> RunAsync(FaultOptions options, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var library = await ALibrary.OpensAsync(FaultCampaign.DueAt, pairs: FaultVisits.PairsFor(options), machine: machine => machine with
        {
            InMemory = false, // storage goes away and comes back
            FunctionProcesses = 2,
            StorageProxy = true,
            SendReceipts = true,
            MessageLease = TimeSpan.FromSeconds(20),
            ExtraSettings = new Dictionary<string, string>(machine.ExtraSettings)
            {
                ["Chunks__LeaseSeconds"] = "12",
                ["Sms__TimeoutSeconds"] = "1",
                ["Mail__TimeoutSeconds"] = "4",
                ["Sms__PerMinute"] = "0",
            },
        });
        var machine = library.Machine;
        var tables = new Tables(new TableServiceClient(machine.ConnectionString));
        var cast = await FaultCast.GatherAsync(library, tables, options, cancellation);
        var chaos = new Chaos(machine, options);
        using var http = new StormHttp(machine);
        var silenced = new SilencedHouseholds(http, options, cast.ToSilence(options));
        var answers = new StormAnswers(http, library.Codes, tables, options, silenced.Taken);
        await StormAsync(
            machine,
            [chaos.RunAsync, silenced.RunAsync, .. cast.Acts(http, options, answers)],
            cancellation);
        chaos.End();
        foreach (var moment in Moments)
        {
            await CalmAsync(machine, moment, cancellation);
        }

        var proof = new FaultProof(machine, cast, silenced.Taken, answers, tables, new BlobServiceClient(machine.ConnectionString));
        await proof.ReadAsync(cancellation);
        var counts = new FaultCounts(
            chaos.Kills,
            chaos.Outages,
            silenced.Taken.Count,
            answers.Given.Count,
            answers.Rebooked.Count,
            proof.Listed,
            proof.Problems,
            Enum.GetValues<StorageService>().Sum(service => machine.StorageProxy!.Calls(service)));
        library.KeepsFolder = proof.Broken.Count > 0; // to be looked into
        return new FaultReport(options.Seed, proof.States, proof.Broken, counts, watch.Elapsed, library.KeepsFolder ? library.Folder : null);
    }

    private static async Task StormAsync(LocalMachine machine, IEnumerable<Func<CancellationToken, Task>> acts, CancellationToken cancellation)
    {
        using var storm = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var timers = TimersAsync(machine, storm.Token);
        await Task.WhenAll(acts.Select(act => act(cancellation)));
        await storm.CancelAsync();
        await timers;
    }

    // Timers fire all the time, whatever becomes of them; letters close their run in the middle of it.
    private static async Task TimersAsync(LocalMachine machine, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        try
        {
            while (true)
            {
                if (since.Elapsed > TimeSpan.FromSeconds(4))
                {
                    machine.SetClock(Stockholm.MomentOf(Moments[1]));
                }

                foreach (var timer in Timers(machine))
                {
                    await machine.Triggers.FireTimerAsync(timer, cancellation);
                }

                await Task.Delay(TimersEvery, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The storm is over.
        }
    }

    private static async Task CalmAsync(LocalMachine machine, LocalDateTime moment, CancellationToken cancellation)
    {
        machine.SetClock(Stockholm.MomentOf(moment));

        // What one timer finds can leave something for another: twice.
        for (var round = 0; round < 2; round++)
        {
            foreach (var timer in Timers(machine))
            {
                await FireAsync(machine, timer, cancellation);
            }

            await machine.SettleAsync(LongestSettling, LongestSettling, cancellation);
            await machine.Sandbox.Receipts.SettledAsync(cancellation);
        }
    }

    // What plans new visits and puts texts in place has no part in a campaign.
    private static IEnumerable<string> Timers(LocalMachine machine) =>
        machine.Triggers.TimerNames.Where(name => name is not ("StartVisitPlanning" or "SeedShippedTexts"));

    // A process that was killed last may still be starting; a timer that failed comes again.
    private static async Task FireAsync(LocalMachine machine, string timer, CancellationToken cancellation)
    {
        for (var attempt = 1; !(await machine.Triggers.FireTimerAsync(timer, cancellation)).Succeeded; attempt++)
        {
            Assert.True(attempt < Attempts, $"{timer} does not run.");
            await Task.Delay(TimersEvery, cancellation);
        }
    }
}
