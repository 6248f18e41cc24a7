using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using NodaTime;
using Notifieringar.Bench.Machines;
using Notifieringar.Bench.Storing;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;

namespace Notifieringar.Bench.Campaigning;

/// <summary>Invented families that an SMS reaches, written past the functions: how they came is another bench's matter.</summary>
internal static class Recipients
{
    private static readonly Child Child = new(new ChildId(new string('c', 32)), "Tuva", new LocalDate(2024, 8, 1), LivesHere: true, Deceased: false);

    public static IReadOnlyList<PersonId> Ids(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new PersonId(Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)))[..32]))];

    /// <summary>Writes those of the bench's unit.</summary>
    public static Task WriteAsync(BenchMachine machine, IReadOnlyList<PersonId> people, CancellationToken cancellation) =>
        WriteAsync(machine, BenchMachine.Unit, people, machine.ShardOf, cancellation);

    /// <summary>Writes those of a unit.</summary>
    public static async Task WriteAsync(
        BenchMachine machine, UnitId unit, IReadOnlyList<PersonId> people, Func<PersonId, string> shard, CancellationToken cancellation)
    {
        var rows = people.SelectMany((id, number) => Rows(unit, id, number, Keys.People(unit, shard(id))));
        await RawRows.InBatchesAsync(await machine.Tables.GetAsync(PeopleTable.Name), rows, atOnce: 16, cancellation);
    }

    private static IEnumerable<TableEntity> Rows(UnitId unit, PersonId id, int number, string partition)
    {
        var person = new Person(
            unit,
            id,
            "Maja",
            "Provström",
            new PostalAddress(null, "Granstigen 4", "99810", "Provby", null),
            new PhoneNumber(string.Create(CultureInfo.InvariantCulture, $"+467017406{5 + (number % 48):00}")),
            Email: null,
            "sv",
            Silences.None,
            Stockholm.MomentOf(BenchMachine.Now) - Duration.FromHours(2));
        return [PeopleRows.Of(person, partition), PeopleRows.Of(id, Child, partition)];
    }
}
