using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Scenarios.Records;

/// <summary>Reading many people of a large shard costs pages, not people; reading a few costs those few.</summary>
public sealed class PeopleCostTests(Emulator emulator)
{
    private const int InShard = 2_000;
    private const int RowsOnAPage = 1_000;
    private readonly UnitId _unit = new($"manga-{Guid.NewGuid():N}"[..20]);

    [Theory]
    [InlineData(1)] // all of them
    [InlineData(3)]
    [InlineData(20)]
    public async Task ManyAmongMany_AreReadByThePage(int each)
    {
        var (people, counter) = await StoredAsync();
        var wanted = Ids.Where((_, index) => index % each == 0).ToList();

        var read = await people.ReadAsync(_unit, "0", wanted, CancellationToken.None);

        Assert.Equal(wanted, read.Keys.Order());
        Assert.All(read.Values, person => Assert.Single(person.Children));
        const int pages = InShard * 2 / RowsOnAPage;
        Assert.True(counter.Requests.Count <= pages + 2, counter.Kinds);
    }

    [Theory]
    [InlineData(1)] // all of a new list, into a shard that has others
    [InlineData(3)]
    public async Task ManyWhoAreNotThere_CostNoRequestEach(int each)
    {
        var (people, counter) = await StoredAsync();
        var wanted = Enumerable.Range(0, InShard).Where(number => number % each == 0).Select(number => IdOf((2 * number) + 1)).ToList();

        Assert.Empty(await people.ReadAsync(_unit, "0", wanted, CancellationToken.None));

        const int pages = InShard * 2 / RowsOnAPage;
        Assert.True(counter.Requests.Count <= pages + 2, counter.Kinds);
    }

    [Fact]
    public async Task AFewAmongMany_AreReadOneByOne()
    {
        var (people, counter) = await StoredAsync();
        List<PersonId> wanted = [Ids[0], Ids[900], Ids[1999]];

        var read = await people.ReadAsync(_unit, "0", wanted, CancellationToken.None);

        Assert.Equal(wanted, read.Keys.Order());
        Assert.True(counter.Requests.Count <= wanted.Count + 1, counter.Kinds);
    }

    private static IReadOnlyList<PersonId> Ids { get; } =
        [.. Enumerable.Range(0, InShard).Select(number => IdOf(2 * number))];

    private static PersonId IdOf(int number) => new(number.ToString("x32", CultureInfo.InvariantCulture));

    private async Task<(PeopleTable People, RequestCounter Counter)> StoredAsync()
    {
        var counter = new RequestCounter();
        var options = new TableClientOptions();
        options.AddPolicy(counter, HttpPipelinePosition.PerCall);
        var tables = new Tables(new TableServiceClient(emulator.ConnectionString, options));
        var now = Instant.FromUtc(2025, 3, 3, 9, 0);
        await new PeopleWriter(tables).WriteAsync(
            _unit,
            "0",
            [.. Ids.Select(id => new HouseholdWrite(
                new Person(_unit, id, "Maja", null, null, new PhoneNumber("+46701740605"), null, "sv", Silences.None, now),
                null,
                [new Child(new ChildId($"c{id.Value[^4..]}"), "Tuva", new LocalDate(2024, 9, 1), LivesHere: true, Deceased: false)],
                []))],
            CancellationToken.None);
        var people = new PeopleTable(tables);
        await people.ReadAsync(_unit, "0", Ids[0], CancellationToken.None); // makes sure that the table is there
        counter.Requests.Clear();
        return (people, counter);
    }
}
