using Notifieringar.LocalHost.StorageProxy;

namespace Notifieringar.Tests.LocalHost.StorageProxy;

public sealed class StorageFaultsTests
{
    private readonly StorageFaults _faults = new();

    [Fact]
    public void Take_ACountedFault_HitsThatServiceAndMethodOnly()
    {
        _faults.Add(new StorageFault(StorageService.Table, StorageFaultKind.DropAfter, Calls: 2) { Method = "POST" });

        var taken = new[]
        {
            _faults.Take(StorageService.Queue, "POST"), _faults.Take(StorageService.Table, "GET"), _faults.Take(StorageService.Table, "POST"),
            _faults.Take(StorageService.Table, "POST"), _faults.Take(StorageService.Table, "POST"),
        };

        Assert.Equal([null, null, StorageFaultKind.DropAfter, StorageFaultKind.DropAfter, null], taken.Select(fault => fault?.Kind));
    }

    [Fact]
    public void Take_AMix_GoesWrongAsOftenAsToldAndTheSameEachTime()
    {
        var mix = new StorageMix { Seed = 9, Delay = 0.1, ServerError = 0.02, ServerBusy = 0.02, DropBefore = 0.02, DropAfter = 0.02, DelayMilliseconds = 100 };
        _faults.Mix = mix;
        var again = new StorageFaults { Mix = mix };

        var taken = Take(_faults, 10_000);

        Assert.Equal(taken, Take(again, 10_000));
        Assert.All(
            taken.OfType<StorageFault>().CountBy(fault => fault.Kind),
            kind => Assert.InRange(kind.Value, kind.Key == StorageFaultKind.Delay ? 850 : 140, kind.Key == StorageFaultKind.Delay ? 1_150 : 260));
        Assert.Equal(5, taken.OfType<StorageFault>().Select(fault => fault.Kind).Distinct().Count());
        Assert.All(taken.OfType<StorageFault>(), fault => Assert.InRange(fault.Milliseconds, 0, 100));
    }

    [Fact]
    public void Take_WhileDown_DropsEverythingAndThenGoesOn()
    {
        _faults.Add(new StorageFault(StorageService.Blob, StorageFaultKind.ServerBusy));
        _faults.Mix = _faults.Mix with { Down = true };

        Assert.All(Take(_faults, 20), fault => Assert.Equal(StorageFaultKind.DropBefore, fault!.Kind));
        _faults.Mix = StorageMix.Calm;
        Assert.Equal(StorageFaultKind.ServerBusy, _faults.Take(StorageService.Blob, "PUT")!.Kind);
        Assert.Null(_faults.Take(StorageService.Blob, "PUT"));
    }

    private static List<StorageFault?> Take(StorageFaults faults, int calls) =>
        [.. Enumerable.Range(0, calls).Select(_ => faults.Take(StorageService.Table, "GET"))];
}
