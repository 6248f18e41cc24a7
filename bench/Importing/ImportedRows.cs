using System.Collections.Immutable;
using System.Text;
using Azure.Data.Tables;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Bench.Importing;

/// <summary>The rows that an import of a list leaves in storage, to be written by other means.</summary>
/// <param name="People">Households and children.</param>
/// <param name="Names">By what names staff find them.</param>
/// <param name="Contacts">Who has a number or an address.</param>
internal sealed record ImportedRows(IReadOnlyList<TableEntity> People, IReadOnlyList<TableEntity> Names, IReadOnlyList<TableEntity> Contacts)
{
    private static readonly ContactHashes Hashes = new(Encoding.UTF8.GetBytes("a key of this bench alone"));

    public int Count => People.Count + Names.Count + Contacts.Count;

    public static ImportedRows Of(UnitId unit, ImmutableArray<PeopleRow> rows, Instant asOf, int shards)
    {
        var households = HouseholdGroups.Of(unit, rows, asOf);
        return new ImportedRows(
            [.. households.SelectMany(household => PeopleOf(household, Keys.People(unit, Keys.Shard(household.Person.Id, shards))))],
            [.. households.SelectMany(household => NameWords.Of(household.Person)).Distinct().Select(name => new TableEntity(Keys.Names(unit, name.Prefix), Keys.Name(name.Name, name.Person)))],
            [.. households.SelectMany(household => ContactsOf(unit, household.Person))]);
    }

    /// <summary>A row's own part: what one who writes row by row would write for it.</summary>
    public IEnumerable<TableEntity> First(int households) => People.Take(2 * households);

    private static IEnumerable<TableEntity> PeopleOf(ImportedHousehold household, string partition) =>
        household.Children.Select(child => PeopleRows.Of(household.Person.Id, child, partition)).Prepend(PeopleRows.Of(household.Person, partition));

    private static IEnumerable<TableEntity> ContactsOf(UnitId unit, Person person) =>
        new[] { Channel.Sms, Channel.Email }
            .Select(channel => Hashes.Of(person, channel))
            .OfType<string>()
            .Select(hash => new TableEntity(unit.Value, Keys.Contact(hash, person.Id)));
}
