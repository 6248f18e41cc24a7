namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>What goes wrong with storage: counted faults first, then the mix.</summary>
internal sealed class StorageFaults
{
    private readonly Lock _changing = new();
    private readonly List<StorageFault> _counted = [];
    private StorageMix _mix = StorageMix.Calm;
    private Chance _chance = new(0);

    /// <summary>Draws start over when the seed is another one; otherwise they go on.</summary>
    public StorageMix Mix
    {
        get
        {
            lock (_changing)
            {
                return _mix;
            }
        }

        set
        {
            lock (_changing)
            {
                _chance = value.Seed == _mix.Seed ? _chance : new Chance(value.Seed);
                _mix = value;
            }
        }
    }

    public void Add(StorageFault fault)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Calls);
        lock (_changing)
        {
            _counted.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_changing)
        {
            _counted.Clear();
            _mix = StorageMix.Calm;
        }
    }

    /// <summary>The fault this call meets, or null.</summary>
    public StorageFault? Take(StorageService service, string method)
    {
        lock (_changing)
        {
            var index = _counted.FindIndex(fault => fault.Service == service && (fault.Method is null || fault.Method == method));
            if (_mix.Down || index < 0)
            {
                return _mix.Pick(service, _chance);
            }

            var fault = _counted[index];
            if (fault.Calls > 1)
            {
                _counted[index] = fault with { Calls = fault.Calls - 1 };
            }
            else
            {
                _counted.RemoveAt(index);
            }

            return fault;
        }
    }
}
