namespace Notifieringar.Bench.Fuzzing;

/// <summary>One thread with a small stack that runs templates one after the other; left behind when one of them hangs.</summary>
internal sealed class SmallStack : IDisposable
{
    private const int StackBytes = 512 * 1024;

    private readonly SemaphoreSlim _asked = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private Func<FuzzOutcome>? _work;
    private FuzzOutcome? _outcome;

    public SmallStack() => new Thread(Work, StackBytes) { IsBackground = true }.Start();

    /// <summary>What became of the template; null when it has not ended in time, and this thread is then of no more use.</summary>
    public FuzzOutcome? Run(Func<FuzzOutcome> work, TimeSpan patience)
    {
        _work = work;
        _asked.Release();
        return _done.Wait(patience) ? _outcome : null;
    }

    public void Dispose()
    {
        _work = null;
        _asked.Release();
    }

    private void Work()
    {
        while (true)
        {
            _asked.Wait();
            if (_work is not { } work)
            {
                return;
            }

            _outcome = work();
            _done.Release();
        }
    }
}
