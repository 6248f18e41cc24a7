using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.LocalHost.Sandbox.Receipts;
using Notifieringar.LocalHost.StorageProxy;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Breaks a machine by a plan drawn from a seed: processes die, storage goes away, providers refuse and lie.</summary>
internal sealed class Chaos
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private readonly LocalMachine _machine;
    private readonly FaultOptions _options;
    private readonly Random _random;

    public Chaos(LocalMachine machine, FaultOptions options)
    {
        (_machine, _options, _random) = (machine, options, new Random(options.Seed));
        var share = options.ProviderShare;
        var mix = new FaultMix
        {
            Seed = options.Seed,
            TooManyRequests = share,
            ServerError = share,
            Hang = share,
            HangMilliseconds = 60_000,
            Slow = share,
            SlowMilliseconds = 300,
            DropAfterAccepting = share,
            DropBeforeAccepting = share / 2,
            RetryAfterSeconds = _random.Next(1, 8),
        };
        _machine.Sandbox.Faults.SetMix(SandboxChannel.Sms, mix);
        _machine.Sandbox.Faults.SetMix(SandboxChannel.Mail, mix with { Seed = options.Seed + 1 });
        _machine.Sandbox.Receipts.Rules = new ReceiptRules
        {
            Sent = true,
            Seed = options.Seed,
            DelayMilliseconds = 20,
            SpreadMilliseconds = 6_000,
            Shuffled = true,
            Duplicated = 0.1,
            Dropped = 0.02,
        };
        if (options.StorageFails)
        {
            _machine.StorageProxy!.Faults.Mix = new StorageMix
            {
                Seed = options.Seed,
                Delay = 0.05,
                DelayMilliseconds = 400,
                ServerError = 0.004,
                ServerBusy = 0.01,
                DropBefore = 0.004,
                DropAfter = 0.006,
            };
            _machine.Triggers.SecondDelivery.Set(0.1, options.Seed);
        }
    }

    public int Kills { get; private set; }

    public int Outages { get; private set; }

    /// <summary>Everything the plan holds, one blow at a time; the providers' and storage's small faults go on meanwhile.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var blows = Enumerable.Repeat<Func<CancellationToken, Task>>(KillAsync, _options.Kills).ToList();
        blows.Add(ProviderAwayAsync);
        if (_options.StorageFails)
        {
            blows.Add(StorageAwayAsync);
            blows.Add(DropConnectionsAsync);
        }

        foreach (var blow in blows.OrderBy(_ => _random.Next()).ToList())
        {
            await Task.Delay(LongestPause * _random.NextDouble(), cancellation);
            await blow(cancellation);
        }
    }

    /// <summary>From now on everything works.</summary>
    public void End()
    {
        _machine.Sandbox.Faults.Clear();
        _machine.StorageProxy?.Faults.Clear();
        _machine.Triggers.SecondDelivery.Set(0, _options.Seed);
    }

    private Task KillAsync(CancellationToken cancellation)
    {
        _machine.FunctionProcesses[_random.Next(_machine.FunctionProcesses.Count)].Kill();
        Kills++;
        return Task.CompletedTask;
    }

    private async Task StorageAwayAsync(CancellationToken cancellation)
    {
        Outages++;
        await _machine.StorageOutageAsync(TimeSpan.FromSeconds(1 + _random.Next(4)), cancellation);
    }

    private Task DropConnectionsAsync(CancellationToken cancellation)
    {
        _machine.StorageProxy!.DropConnections();
        return Task.CompletedTask;
    }

    private async Task ProviderAwayAsync(CancellationToken cancellation)
    {
        var channel = _random.Next(2) == 0 ? SandboxChannel.Sms : SandboxChannel.Mail;
        var before = _machine.Sandbox.Faults.MixOf(channel);
        _machine.Sandbox.Faults.SetMix(channel, before with { Down = _random.Next(2) == 0 ? Outage.Refusing : Outage.Dropping });
        await Task.Delay(TimeSpan.FromSeconds(1 + _random.Next(4)), cancellation);
        _machine.Sandbox.Faults.SetMix(channel, before);
    }
}
