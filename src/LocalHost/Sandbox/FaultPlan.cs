namespace Notifieringar.LocalHost.Sandbox;

/// <summary>The faults to come, in the order they were set.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _changing = new();
    private readonly List<Fault> _faults = [];

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

    public void Clear()
    {
        lock (_changing)
        {
            _faults.Clear();
        }
    }

    /// <summary>The fault this call meets, or null. Each call uses up one.</summary>
    public Fault? Take(SandboxChannel channel)
    {
        lock (_changing)
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
}
