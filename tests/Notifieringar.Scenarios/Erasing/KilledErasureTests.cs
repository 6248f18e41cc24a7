using Notifieringar.LocalHost.StorageProxy;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Erasing;

/// <summary>An erasure is taken up again wherever its process dies.</summary>
public sealed class KilledErasureTests
{
    private const int Late = 80; // milliseconds
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task AnErasureWhoseProcessDiesAgainAndAgain_IsDoneAllTheSame()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, machine: machine => machine with { StorageProxy = true });
        using var staff = new AStaffMember(library);
        using var erasing = new AnErasure(library);
        await library.ImportAsync(
            new AFamily { GivenName = "Signe", ChildReference = "B87", Phone = AFamily.PhoneNumber(0) },
            new AFamily { GivenName = "Annan", ChildReference = "B87", LivesHere = false },
            new AFamily { GivenName = "Livia" });
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        await staff.SaysAsync(Assert.Single(await staff.PartsAsync()), "posted");
        var leaving = await library.HouseholdOfAsync("Signe");
        var proxy = library.Machine.StorageProxy!;
        proxy.Faults.Add(new StorageFault(StorageService.Table, StorageFaultKind.Delay, int.MaxValue) { Milliseconds = Late });

        var address = await erasing.OrderAsync(leaving);
        var kills = 0;
        for (var calls = 8; await OpenAsync(staff); calls += 12)
        {
            // It gets a little further each time.
            await library.FireAsync("SweepErasures");
            await CalledAsync(proxy, calls, staff);
            var restarts = library.Machine.FunctionsProcess.Restarts;
            library.Machine.FunctionsProcess.Kill();
            await library.Machine.FunctionsProcess.WaitForRestartAsync(restarts, CancellationToken.None);
            kills++;
        }

        Assert.InRange(kills, 3, 20);
        proxy.Faults.Clear();
        await erasing.SweepAsync();
        Assert.NotNull((await erasing.ShownAsync(address)).DoneAt);
        Assert.Equal(["Annan", "Livia"], (await library.PeopleAsync()).Select(person => person.Person.GivenName!).Order(StringComparer.Ordinal));
        Assert.Empty(EverythingStored.Find(await EverythingStored.ReadAsync(library), [leaving.Person.Id.Value, "Signe"]));
        Assert.Single(await staff.SlotsAsync());
        var other = await library.HouseholdOfAsync("Annan");
        Assert.True(Assert.Single(other.Invitations).Cancelled);
        Assert.Equal(other.Person.Id, Assert.Single(await library.CallListAsync()).Person); // nobody is forgotten, and nobody is listed twice
    }

    private static async Task<bool> OpenAsync(AStaffMember staff) => (await staff.WorkAsync()).Any(row => row.StartsWith("erasure~", StringComparison.Ordinal));

    private static async Task CalledAsync(StorageFaultProxy proxy, int calls, AStaffMember staff)
    {
        using var limit = new CancellationTokenSource(Patience);
        var from = proxy.Calls(StorageService.Table);
        while (proxy.Calls(StorageService.Table) < from + calls && await OpenAsync(staff))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
        }
    }
}
