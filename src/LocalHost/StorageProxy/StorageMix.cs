namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>Shares of the storage calls, between 0 and 1, that go wrong; which ones is drawn with the seed, call by call.</summary>
internal sealed record StorageMix
{
    public static StorageMix Calm { get; } = new();

    public int Seed { get; init; }

    public double Delay { get; init; }

    public double ServerError { get; init; }

    public double ServerBusy { get; init; }

    public double DropBefore { get; init; }

    public double DropAfter { get; init; }

    /// <summary>How long a delayed call waits at most; drawn too.</summary>
    public int DelayMilliseconds { get; init; } = 500;

    /// <summary>Every connection is dropped, as when the service is not there.</summary>
    public bool Down { get; init; }

    public StorageFault? Pick(StorageService service, Chance chance)
    {
        if (Down)
        {
            return new StorageFault(service, StorageFaultKind.DropBefore);
        }

        // Both are drawn for every call, so that one share does not shift the calls another one hits.
        var (draw, wait) = (chance.Next(), chance.Next());
        foreach (var (share, kind) in Shares())
        {
            draw -= share;
            if (draw < 0)
            {
                return new StorageFault(service, kind) { Milliseconds = (int)(wait * DelayMilliseconds) };
            }
        }

        return null;
    }

    private (double Share, StorageFaultKind Kind)[] Shares() =>
    [
        (ServerError, StorageFaultKind.ServerError),
        (ServerBusy, StorageFaultKind.ServerBusy),
        (DropBefore, StorageFaultKind.DropBefore),
        (DropAfter, StorageFaultKind.DropAfter),
        (Delay, StorageFaultKind.Delay),
    ];
}
