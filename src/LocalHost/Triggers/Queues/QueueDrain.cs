namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>Waits for silence: nothing in flight, nothing due in any queue.</summary>
internal sealed class QueueDrain(IReadOnlyList<QueueListener> queues, Activity activity, TimeProvider time)
{
    private static readonly TimeSpan WhileBusy = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan WhileWaiting = TimeSpan.FromMilliseconds(250);

    public async Task<Drained> RunAsync(TimeSpan waitForDelayed, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var quietSince = time.GetTimestamp();
        var quietStamp = activity.Stamp;
        while (true)
        {
            var stamp = activity.Stamp;
            var delayed = IsBusy() ? null : await DelayedAsync(cancellationToken);

            // A message handled while the queues were being counted may have put another one on a queue counted before.
            var quiet = delayed is not null && !IsBusy() && activity.Stamp == stamp;
            if (!quiet || stamp != quietStamp)
            {
                (quietSince, quietStamp) = (time.GetTimestamp(), activity.Stamp);
            }

            if (quiet && (delayed == 0 || time.GetElapsedTime(quietSince) >= waitForDelayed))
            {
                return new Drained(delayed!.Value);
            }

            if (time.GetElapsedTime(started) >= atMost)
            {
                return new Drained((await LoadsAsync(cancellationToken))?.Sum(load => load.Total) ?? 0, InTime: false);
            }

            WakeUnlessBusy();
            await Task.Delay(quiet ? WhileWaiting : WhileBusy, cancellationToken);
        }
    }

    // What is in work wakes the queues when it ends.
    private void WakeUnlessBusy()
    {
        foreach (var queue in IsBusy() ? [] : queues)
        {
            queue.Wake();
        }
    }

    private bool IsBusy() => activity.InFlight > 0 || queues.Any(queue => queue.IsBusy);

    /// <summary>How many messages are put off, or null when one can be taken now.</summary>
    private async Task<int?> DelayedAsync(CancellationToken cancellationToken) =>
        await LoadsAsync(cancellationToken) is { } loads && !loads.Any(load => load.HasVisible) ? loads.Sum(load => load.Total) : null;

    /// <summary>Null while storage cannot be asked.</summary>
    private async Task<QueueLoad[]?> LoadsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Task.WhenAll(queues.Select(queue => queue.LoadAsync(cancellationToken)));
        }
        catch (Exception failed) when (MessageWork.IsStorageFailure(failed))
        {
            return null;
        }
    }
}
