namespace Notifieringar.LocalHost.Sandbox;

/// <summary>What goes wrong: an outage first, then the counted faults in the order they were set, then the channel's mix.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _changing = new();
    private readonly List<Fault> _faults = [];
    private readonly Dictionary<SandboxChannel, (FaultMix Mix, Chance Chance)> _mixes = [];

    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_changing)
            {
                return [.. _faults];
            }
        }
    }

    public void Add(Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Calls);
        lock (_changing)
        {
            _faults.Add(fault);
        }
    }

    public FaultMix MixOf(SandboxChannel channel)
    {
        lock (_changing)
        {
            return _mixes.TryGetValue(channel, out var entry) ? entry.Mix : FaultMix.Calm;
        }
    }

    /// <summary>Draws start over when the seed is another one; otherwise they go on, so that an outage does not change what comes after it.</summary>
    public void SetMix(SandboxChannel channel, FaultMix mix)
    {
        lock (_changing)
        {
            var chance = _mixes.TryGetValue(channel, out var entry) && entry.Mix.Seed == mix.Seed ? entry.Chance : new Chance(mix.Seed);
            _mixes[channel] = (mix, chance);
        }
    }

    public void Clear()
    {
        lock (_changing)
        {
            _faults.Clear();
            _mixes.Clear();
        }
    }

    /// <summary>The fault this call meets, or null. Each call uses up one.</summary>
    public Fault? Take(SandboxChannel channel)
    {
        lock (_changing)
        {
            var (mix, chance) = _mixes.GetValueOrDefault(channel);
            return mix is { Down: not Outage.None }
                ? mix.Pick(channel, 0)
                : TakeCounted(channel) ?? mix?.Pick(channel, chance!.Next());
        }
    }

    private Fault? TakeCounted(SandboxChannel channel)
    {
        var index = _faults.FindIndex(fault => fault.Channel == channel);
        if (index < 0)
        {
            return null;
        }

        var fault = _faults[index];
        if (fault.Calls > 1)
        {
            _faults[index] = fault with { Calls = fault.Calls - 1 };
        }
        else
        {
            _faults.RemoveAt(index);
        }

        return fault;
    }
}
