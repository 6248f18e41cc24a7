namespace Notifieringar.LocalHost.Triggers;

/// <summary>What is going on: how many invocations are in flight, and whether anything happened since one looked.</summary>
internal sealed class Activity
{
    private int _inFlight;
    private long _stamp;

    /// <summary>Raised when an invocation ends: it may have put messages on any queue.</summary>
    public event Action? Ended;

    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Changes with each beginning and end.</summary>
    public long Stamp => Volatile.Read(ref _stamp);

    public IDisposable Begin()
    {
        Interlocked.Increment(ref _inFlight);
        Interlocked.Increment(ref _stamp);
        return new Running(this);
    }

    private void End()
    {
        Interlocked.Increment(ref _stamp);
        Interlocked.Decrement(ref _inFlight);
        Ended?.Invoke();
    }

    private sealed class Running(Activity activity) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                activity.End();
            }
        }
    }
}
