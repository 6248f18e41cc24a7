using System.Collections.Immutable;
using System.Text;
using Azure.Data.Tables;
using Notifieringar.Bench.Machines;
using Notifieringar.Bench.Storing;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Bench.Importing;

/// <summary>The rows that an import of a list leaves in storage, to be written by other means.</summary>
/// <param name="People">Households and children.</param>
/// <param name="Names">By what names staff find them.</param>
/// <param name="Holders">Who has a number or an address.</param>
internal sealed record ImportedRows(IReadOnlyList<TableEntity> People, IReadOnlyList<TableEntity> Names, IReadOnlyList<TableEntity> Holders)
{
    private static readonly ContactHashes Hashes = new(Encoding.UTF8.GetBytes("a key of this bench alone"));

    public int Count => People.Count + Names.Count + Holders.Count;

    /// <summary>Those of a list that comes now.</summary>
    /// <exception cref="BenchFailedException">A row of it cannot be read.</exception>
    public static ImportedRows Of(byte[] list)
    {
        using var file = new MemoryStream(list);
        var reading = FileReading.Read(file, BenchMachine.Now.Date);
        return reading.Rejected == 0 ? Of(reading.Rows) : throw new BenchFailedException($"{reading.Rejected} rows of the list were refused.");
    }

    public static ImportedRows Of(ImmutableArray<PeopleRow> rows)
    {
        var (unit, shards) = (BenchMachine.Unit, BenchMachine.UsualShards);
        var households = HouseholdGroups.Of(unit, rows, Stockholm.MomentOf(BenchMachine.Now));
        return new ImportedRows(
            [.. households.SelectMany(household => PeopleOf(household, Keys.People(unit, Keys.Shard(household.Person.Id, shards))))],
            [.. households.SelectMany(household => NameWords.Of(household.Person)).Distinct().Select(name => new TableEntity(Keys.Names(unit, name.Prefix), Keys.Name(name.Name, name.Person)))],
            [.. households.SelectMany(household => ContactsOf(unit, household.Person))]);
    }

    /// <summary>A row's own part: what one who writes row by row would write for it.</summary>
    public IEnumerable<TableEntity> First(int households) => People.Take(2 * households);

    /// <summary>Writes them past the functions.</summary>
    public async Task WriteAsync(BenchMachine machine, CancellationToken cancellation)
    {
        foreach (var (name, rows) in new[] { (PeopleTable.Name, People), (NameTable.Table, Names), (Contacts.Name, Holders) })
        {
            await RawRows.InBatchesAsync(await machine.Tables.GetAsync(name), rows, atOnce: 8, cancellation);
        }
    }

    private static IEnumerable<TableEntity> PeopleOf(ImportedHousehold household, string partition) =>
        household.Children.Select(child => PeopleRows.Of(household.Person.Id, child, partition)).Prepend(PeopleRows.Of(household.Person, partition));

    private static IEnumerable<TableEntity> ContactsOf(UnitId unit, Person person) =>
        new[] { Channel.Sms, Channel.Email }
            .Select(channel => Hashes.Of(person, channel))
            .OfType<string>()
            .Select(hash => new TableEntity(Keys.Contacts(unit, hash), Keys.Contact(hash, person.Id)));
}
