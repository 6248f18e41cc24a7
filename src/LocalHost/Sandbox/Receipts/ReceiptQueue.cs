using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>An event and how often it has been tried.</summary>
internal sealed record Parcel(HookEvent Sent, int Attempt);

/// <summary>Events that wait for their moment, in the order of their moments.</summary>
internal sealed class ReceiptQueue(TimeProvider time) : IDisposable
{
    private readonly Lock _changing = new();
    private readonly PriorityQueue<Parcel, (DateTimeOffset Due, long Order)> _waiting = new();
    private readonly WakeUp _wakeUp = new();
    private long _order;

    public void Add(Parcel parcel, DateTimeOffset due)
    {
        lock (_changing)
        {
            _waiting.Enqueue(parcel, (due, _order++));
        }

        _wakeUp.Set();
    }

    /// <summary>Returns when at least one is due.</summary>
    public async Task UntilDueAsync(CancellationToken cancellationToken)
    {
        while (UntilNext() is var wait && wait != TimeSpan.Zero)
        {
            await _wakeUp.WaitAsync(wait, cancellationToken);
        }
    }

    public IReadOnlyList<Parcel> TakeDue()
    {
        var now = time.GetUtcNow();
        var due = new List<Parcel>();
        lock (_changing)
        {
            while (_waiting.TryPeek(out var parcel, out var next) && next.Due <= now)
            {
                _waiting.Dequeue();
                due.Add(parcel);
            }
        }

        return due;
    }

    /// <summary>Forgets all of them; returns how many there were.</summary>
    public int Clear()
    {
        lock (_changing)
        {
            var count = _waiting.Count;
            _waiting.Clear();
            return count;
        }
    }

    public void Dispose() => _wakeUp.Dispose();

    private TimeSpan UntilNext()
    {
        lock (_changing)
        {
            if (!_waiting.TryPeek(out _, out var next))
            {
                return Timeout.InfiniteTimeSpan;
            }

            var wait = next.Due - time.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }
}
