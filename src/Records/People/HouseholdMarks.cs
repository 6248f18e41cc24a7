using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>What staff must know of a home and nobody else: that nobody goes there alone. It has a row of its own beside the person, which no
/// text reads and no import changes; the family itself is shown it when it asks for all that is held about it.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class HouseholdMarks(Tables tables)
{
    /// <summary>Marks a home, or takes the mark away. Why is not kept.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="needsTwo">True when nobody goes alone.</param>
    /// <param name="by">Who says so, as an opaque id.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is written.</returns>
    public async Task SetAsync(UnitId unit, string shard, PersonId person, bool needsTwo, string by, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var row = new TableEntity(Keys.People(unit, shard), Keys.Mark(person)) { ["NeedsTwo"] = needsTwo, ["By"] = by, ["At"] = now.ToDateTimeOffset() };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads the marks of some people.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="people">The people, with their shards.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those to whom nobody goes alone.</returns>
    public async Task<IReadOnlySet<PersonId>> NeedTwoAsync(UnitId unit, IEnumerable<(PersonId Person, string Shard)> people, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var found = new HashSet<PersonId>();
        foreach (var (person, shard) in people)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.People(unit, shard), Keys.Mark(person), cancellationToken: cancellation).ConfigureAwait(false);
            if (row is { HasValue: true, Value: { } mark } && mark.GetBoolean("NeedsTwo") == true)
            {
                found.Add(person);
            }
        }

        return found;
    }
}
