namespace Notifieringar.LocalHost.FunctionProcess;

/// <summary>
/// The function processes that share the work, as instances of a function app do: each takes its turn, and one that is not
/// there is passed over.
/// </summary>
internal sealed class HandlerGroup(IReadOnlyList<HandlerProcess> processes)
{
    private int _turn = -1;

    public IReadOnlyList<HandlerProcess> All => processes;

    /// <summary>The next one that answers, or null while none does.</summary>
    public ReadyHandler? Next()
    {
        var turn = (uint)Interlocked.Increment(ref _turn);
        for (var step = 0u; step < processes.Count; step++)
        {
            var process = processes[(int)((turn + step) % (uint)processes.Count)];
            if (process.Address is { } address)
            {
                return new ReadyHandler(process, address);
            }
        }

        return null;
    }

    public async Task<ReadyHandler> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Next() is { } ready)
            {
                return ready;
            }

            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(processes.Select(process => process.WaitUntilReadyAsync(enough.Token)));
            await enough.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

/// <summary>A function process and where it listened when asked.</summary>
internal sealed record ReadyHandler(HandlerProcess Process, Uri Address);
