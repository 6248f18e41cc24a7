using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>A large library's first list is planned in one function's time: what it costs is counted at the client's pipeline against the real
/// emulator (docs/architecture.md states it).</summary>
public sealed class PlanningCostTests(Emulator emulator)
{
    private const int Homes = 400;
    private const int PerHome = 1;

    private static readonly LocalDate Today = Stockholm.LocalOf(SomeReceipts.Now).Date;

    private readonly UnitId _unit = new($"besok-{Guid.NewGuid():N}"[..20]);

    [Fact]
    public async Task FourHundredVisits_CostAtMostOneStorageOperationEach()
    {
        var counter = new RequestCounter();
        await using var services = await ServicesAsync(counter);
        await PlanAsync(services); // reads definitions and creates tables
        await StoreAsync(services, Homes);

        counter.Requests.Clear();
        await PlanAsync(services);
        var (operations, kinds) = (counter.Requests.Count, counter.Kinds);

        await AssertPlannedAsync(services);
        Assert.True(operations <= Homes * PerHome, $"{operations} operations:\n{kinds}");
    }

    [Fact]
    public async Task TwoAtOnce_GiveEveryHomeOneVisit_AndEverySlotOneHome()
    {
        await using var one = await ServicesAsync(new RequestCounter());
        await using var other = SomeReceipts.Services(emulator, new RequestCounter());
        await StoreAsync(one, Homes);

        await Task.WhenAll(PlanAsync(one), PlanAsync(other));

        await AssertPlannedAsync(one);
    }

    [Fact]
    public async Task ATimeThatSomebodyHasTaken_TakesNothingFromTheOthers()
    {
        await using var services = await ServicesAsync(new RequestCounter());
        await StoreAsync(services, Homes);
        var taken = new OccasionId("0123456789abcdef01234567");
        var slots = services.GetRequiredService<SlotTable>();
        var planning = PlanAsync(services);
        foreach (var day in Enumerable.Range(14, 60).Select(Today.PlusDays).Where(day => day.DayOfWeek == IsoDayOfWeek.Wednesday))
        {
            await slots.TakeAsync(_unit, day.At(new LocalTime(10, 0)), "Par 1", taken, CancellationToken.None);
        }

        await planning;
        await PlanAsync(services);

        await AssertPlannedAsync(services, alsoTaken: taken);
    }

    // Each home is invited to one visit, has one of each step in Work, and the slot is the visit's.
    private async Task AssertPlannedAsync(ServiceProvider services, OccasionId? alsoTaken = null)
    {
        var people = new List<Recipient>();
        foreach (var shard in Keys.Shards(4))
        {
            await foreach (var person in services.GetRequiredService<PeopleTable>().ReadAllAsync(_unit, shard, CancellationToken.None))
            {
                people.Add(person);
            }
        }

        Assert.Equal(Homes, people.Count);
        var invitations = people.Select(person => Assert.Single(person.Invitations)).ToList();
        var slots = await services.GetRequiredService<SlotTable>().TakenAsync(_unit, Today, CancellationToken.None);
        Assert.Equal(
            invitations.Select(invitation => (invitation.Starts, invitation.Occasion.Value)).Order(),
            slots.Where(slot => slot.Value != alsoTaken).Select(slot => (slot.Key.Starts, slot.Value.Value)).Order());
        var occasions = await services.GetRequiredService<OccasionTable>().ListAsync(_unit, "sprakstart-6", CancellationToken.None);
        Assert.Equal(invitations.Select(invitation => invitation.Occasion.Value).Order(), occasions.Select(occasion => occasion.Id.Value).Order());
        foreach (var person in people.Take(10))
        {
            Assert.NotEmpty(await services.GetRequiredService<DueNotices>().OfAsync(_unit, person.Person.Id, CancellationToken.None));
        }
    }

    private async Task<ServiceProvider> ServicesAsync(RequestCounter counter)
    {
        var services = SomeReceipts.Services(emulator, counter);
        var pairs = Enumerable.Range(1, 40).Select(pair => $"\"Par {pair}\"");
        Assert.Null(await services.GetRequiredService<SaveUnit>().RunAsync(
            _unit,
            $$"""
            {
              "name": "Provby bibliotek", "smsSender": "Provby bibl", "emailFrom": "bibliotek@provby.example.se", "phone": "070-174 06 05",
              "returnAddress": ["Provby bibliotek", "Storgatan 1", "998 10 Provby"], "shards": 4,
              "visitDays": ["Tuesday", "Wednesday", "Thursday"], "slotTimes": ["10:00", "13:00", "14:30"], "visitors": [{{string.Join(", ", pairs)}}]
            }
            """,
            CancellationToken.None));
        await services.GetRequiredService<SeedTexts>().RunAsync(CancellationToken.None);
        return services;
    }

    private async Task StoreAsync(ServiceProvider services, int homes)
    {
        var stored = Enumerable.Range(0, homes).Select(number => new HouseholdWrite(
            new Person(_unit, new PersonId($"{number * 7919:x32}"), "Maja", null, null, new PhoneNumber("+46701740605"), null, "sv", Silences.None, SomeReceipts.Now),
            null,
            [new Child(new ChildId($"c{number}"), "Tuva", Today.PlusMonths(-6).PlusDays(14 + (number % 12)), LivesHere: true, Deceased: false)],
            []));
        foreach (var shard in stored.GroupBy(home => Keys.Shard(home.Person.Id, 4)))
        {
            await services.GetRequiredService<PeopleWriter>().WriteAsync(_unit, shard.Key, [.. shard], CancellationToken.None);
        }
    }

    private Task PlanAsync(ServiceProvider services) =>
        services.GetRequiredService<PlanVisits>().RunAsync(new VisitPlanReference(_unit.Value), CancellationToken.None);
}
