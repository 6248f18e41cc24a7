using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Aging;

/// <summary>A person whom nothing has confirmed for long.</summary>
/// <param name="Person">The person.</param>
/// <param name="Kind">What they are to us.</param>
/// <param name="DataAsOf">When last.</param>
/// <param name="Born">Birth dates of the children in the home.</param>
public sealed record UnconfirmedPerson(PersonId Person, PersonKind Kind, Instant DataAsOf, IReadOnlyList<LocalDate> Born);

/// <summary>Finds and removes what has become too old. All may be done again.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class AgedRows(Tables tables)
{
    /// <summary>Removes messages from people.</summary>
    /// <param name="unit">The unit, or that of messages that are no unit's own.</param>
    /// <param name="before">The first moment that stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many.</returns>
    public Task<int> RemoveMessagesAsync(UnitId unit, Instant before, CancellationToken cancellation) =>
        RemoveAsync("Inbox", $"{Partition(unit.Value)} and RowKey lt {TableExtensions.Quoted(Keys.Inbox(before, ""))}", cancellation);

    /// <summary>Removes rows of staff's list.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="before">The first moment that stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many.</returns>
    public Task<int> RemoveListedAsync(UnitId unit, Instant before, CancellationToken cancellation) =>
        RemoveAsync("CallList", $"{Partition(unit.Value)} and ListedAt lt {Moment(before)}", cancellation);

    /// <summary>Removes answers to requests of the API that count no more.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="before">The first moment that stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many.</returns>
    public Task<int> RemoveRequestsAsync(UnitId unit, Instant before, CancellationToken cancellation) =>
        RemoveAsync("Idempotency", $"{Partition(unit.Value)} and Expires lt {Moment(before)}", cancellation);

    /// <summary>Removes ledger rows. What was recorded so long ago is settled, and no receipt comes for it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="before">The first moment that stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many.</returns>
    public Task<int> RemoveNoticesAsync(UnitId unit, string shard, Instant before, CancellationToken cancellation) =>
        RemoveAsync(PeopleTable.Name, $"{Partition(Keys.People(unit, shard))} and RecordedAt lt {Moment(before)}", cancellation);

    /// <summary>Finds people whom nothing has confirmed since a moment.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="before">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of id.</returns>
    public async IAsyncEnumerable<UnconfirmedPerson> UnconfirmedAsync(
        UnitId unit, string shard, Instant before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var filter = $"{Partition(Keys.People(unit, shard))} and DataAsOf lt {Moment(before)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var person = PeopleRows.Person(row, unit);
            yield return new UnconfirmedPerson(person.Id, person.Kind, person.DataAsOf, await BornAsync(table, row.PartitionKey, person.Id, cancellation).ConfigureAwait(false));
        }
    }

    private static async Task<IReadOnlyList<LocalDate>> BornAsync(TableClient table, string partition, PersonId person, CancellationToken cancellation)
    {
        var born = new List<LocalDate>();
        var filter = TableExtensions.Range(partition, $"{person}~child~", $"{person}~child~~");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            born.Add(PeopleRows.Child(row, Keys.ParsePeopleRow(row.RowKey).Tail).BirthDate);
        }

        return born;
    }

    private async Task<int> RemoveAsync(string name, string filter, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(name).ConfigureAwait(false);
        return await table.RemoveFoundAsync(filter, cancellation).ConfigureAwait(false);
    }

    private static string Partition(string key) => $"PartitionKey eq {TableExtensions.Quoted(key)}";

    private static string Moment(Instant moment) =>
        $"datetime'{moment.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}'";
}
