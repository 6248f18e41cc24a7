using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.People;

/// <summary>Reads people with all that is known of them.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class PeopleTable(Tables tables)
{
    internal const string Name = "People";
    private const int PointReads = 16;

    // A page that holds fewer of the wanted people than this costs more than asking for those one by one, side by side.
    private const int FewOnAPage = 8;

    /// <summary>Reads one person.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The person with everything; null when unknown.</returns>
    public async Task<Recipient?> ReadAsync(UnitId unit, string shard, PersonId person, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var rows = new List<TableEntity>();
        var filter = TableExtensions.Range(Keys.People(unit, shard), person.Value, Keys.End(person));
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return PeopleRows.Recipient(rows, unit);
    }

    /// <summary>Reads some people of a shard: by one range query where they stand close together, else each by a query of its own.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="people">The people.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those that exist.</returns>
    public async Task<IReadOnlyDictionary<PersonId, Recipient>> ReadAsync(
        UnitId unit, string shard, IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var wanted = new SortedSet<PersonId>(people);
        var found = new Dictionary<PersonId, Recipient>();
        if (wanted.Count > 1)
        {
            await ReadRangeAsync(unit, shard, wanted, found, cancellation).ConfigureAwait(false);
        }

        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = PointReads, CancellationToken = cancellation },
            async (person, token) =>
            {
                if (await ReadAsync(unit, shard, person, token).ConfigureAwait(false) is { } recipient)
                {
                    lock (found)
                    {
                        found[person] = recipient;
                    }
                }
            }).ConfigureAwait(false);
        return found;
    }

    /// <summary>Reads who some people of a shard are, and nothing else of them: each by its own row.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="people">The people.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those that exist, in no order.</returns>
    public async Task<IReadOnlyCollection<Person>> WhoAsync(
        UnitId unit, string shard, IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new ConcurrentBag<Person>();
        await Parallel.ForEachAsync(
            people.Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = PointReads, CancellationToken = cancellation },
            async (person, token) =>
            {
                var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.People(unit, shard), person.Value, cancellationToken: token).ConfigureAwait(false);
                if (row is { HasValue: true, Value: { } known })
                {
                    found.Add(PeopleRows.Person(known, unit));
                }
            }).ConfigureAwait(false);
        return found;
    }

    /// <summary>Reads all people of a shard.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of id.</returns>
    public IAsyncEnumerable<Recipient> ReadAllAsync(UnitId unit, string shard, CancellationToken cancellation) =>
        ReadAllAsync(unit, shard, after: "", cancellation);

    /// <summary>Reads the people of a shard that come after one of them.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="after">The id of that person; empty for all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of id.</returns>
    public IAsyncEnumerable<Recipient> ReadAllAsync(UnitId unit, string shard, string after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(after);
        var all = $"PartitionKey eq {TableExtensions.Quoted(Keys.People(unit, shard))}";
        return QueryAsync(unit, after.Length > 0 ? $"{all} and RowKey ge {TableExtensions.Quoted(Keys.End(new PersonId(after)))}" : all, cancellation);
    }

    /// <summary>Reads the people of a shard from one of them to another.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="from">The first person.</param>
    /// <param name="to">The last person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of id.</returns>
    public IAsyncEnumerable<Recipient> ReadRangeAsync(UnitId unit, string shard, PersonId from, PersonId to, CancellationToken cancellation) =>
        QueryAsync(unit, TableExtensions.Range(Keys.People(unit, shard), from.Value, Keys.End(to)), cancellation);

    private async IAsyncEnumerable<Recipient> QueryAsync(UnitId unit, string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (rows.Count > 0 && PersonOf(rows[0]) != PersonOf(row))
            {
                if (PeopleRows.Recipient(rows, unit) is { } recipient)
                {
                    yield return recipient;
                }

                rows.Clear();
            }

            rows.Add(row);
        }

        if (PeopleRows.Recipient(rows, unit) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Finds homes with living children born in a period.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="from">First birth date.</param>
    /// <param name="to">Last birth date.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The people in whose home such a child is registered.</returns>
    public async Task<IReadOnlyCollection<PersonId>> FindHomesAsync(
        UnitId unit, string shard, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var filter = $"PartitionKey eq {TableExtensions.Quoted(Keys.People(unit, shard))}"
            + $" and BirthDate ge '{LocalDatePattern.Iso.Format(from)}' and BirthDate le '{LocalDatePattern.Iso.Format(to)}'"
            + " and LivesHere eq true and Deceased eq false";
        var homes = new SortedSet<PersonId>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation).ConfigureAwait(false))
        {
            homes.Add(PersonOf(row));
        }

        return homes;
    }

    // What has been read past is found or known not to exist; what stays wanted is read by queries of its own.
    private async Task ReadRangeAsync(
        UnitId unit, string shard, SortedSet<PersonId> wanted, Dictionary<PersonId, Recipient> found, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var filter = TableExtensions.Range(Keys.People(unit, shard), wanted.Min.Value, Keys.End(wanted.Max));
        var rows = new List<TableEntity>();
        var pages = table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).AsPages();
        await foreach (var page in pages.ConfigureAwait(false))
        {
            var before = wanted.Count;
            foreach (var row in page.Values)
            {
                if (rows.Count > 0 && PersonOf(rows[0]) != PersonOf(row))
                {
                    Take();
                }

                rows.Add(row);
            }

            if (page.ContinuationToken is not null && before - wanted.Count < FewOnAPage)
            {
                return; // the last, unfinished person stays wanted
            }
        }

        Take();
        wanted.Clear();

        void Take()
        {
            if (PeopleRows.Recipient(rows, unit) is { } recipient)
            {
                while (wanted.Count > 0 && wanted.Min < recipient.Person.Id)
                {
                    wanted.Remove(wanted.Min);
                }

                if (wanted.Remove(recipient.Person.Id))
                {
                    found[recipient.Person.Id] = recipient;
                }
            }

            rows.Clear();
        }
    }

    private static PersonId PersonOf(TableEntity row) => Keys.ParsePeopleRow(row.RowKey).Person;
}
