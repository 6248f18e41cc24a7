namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>Adds up the time in which at least one of several things side by side was going on.</summary>
internal sealed class BusyTime(TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _running;
    private long _since;
    private TimeSpan _ended;

    /// <summary>So far.</summary>
    public TimeSpan Total
    {
        get
        {
            lock (_lock)
            {
                return _running > 0 ? _ended + time.GetElapsedTime(_since) : _ended;
            }
        }
    }

    public void Begin()
    {
        lock (_lock)
        {
            if (_running++ == 0)
            {
                _since = time.GetTimestamp();
            }
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (--_running == 0)
            {
                _ended += time.GetElapsedTime(_since);
            }
        }
    }
}
