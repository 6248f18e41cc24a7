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

    /// <summary>Writes them, and says how many rows the emulator took in a second.</summary>
    public static async Task<double> WriteAsync(BenchMachine machine, IReadOnlyList<PersonId> people, CancellationToken cancellation)
    {
        var rows = people.SelectMany(Rows).ToList();
        var took = await RawRows.InBatchesAsync(await machine.Tables.GetAsync(PeopleTable.Name), rows, atOnce: 16, cancellation);
        return rows.Count / took.TotalSeconds;
    }

    public static string Partition(PersonId id) => Keys.People(BenchMachine.Unit, Keys.Shard(id, BenchMachine.Shards));

    private static IEnumerable<TableEntity> Rows(PersonId id, int number)
    {
        var person = new Person(
            BenchMachine.Unit,
            id,
            "Maja",
            "Provström",
            new PostalAddress(null, "Granstigen 4", "99810", "Provby", null),
            new PhoneNumber(string.Create(CultureInfo.InvariantCulture, $"+467017406{5 + (number % 48):00}")),
            Email: null,
            "sv",
            Silences.None,
            Stockholm.MomentOf(BenchMachine.Now) - Duration.FromHours(2));
        return [PeopleRows.Of(person, Partition(id)), PeopleRows.Of(id, Child, Partition(id))];
    }
}
