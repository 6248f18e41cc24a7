using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>What staff must know of a home and nobody else, for example that nobody goes there alone. It has a row of its own beside the person,
/// which no text reads and no import changes; the family itself is shown it when it asks for all that is held about it.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class HouseholdMarks(Tables tables)
{
    private const string NeedsTwo = "NeedsTwo";
    private const string RelativeInterprets = "RelativeInterprets";

    /// <summary>Marks a home, or takes the mark away. Why is not kept.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="mark">What is noted.</param>
    /// <param name="stands">False to take it away.</param>
    /// <param name="by">Who says so, as an opaque id.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is written.</returns>
    public async Task SetAsync(
        UnitId unit, string shard, PersonId person, HomeMark mark, bool stands, string by, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var name = mark == HomeMark.TwoVisitors ? NeedsTwo : RelativeInterprets;
        var row = new TableEntity(Keys.People(unit, shard), Keys.Mark(person)) { [name] = stands, ["By"] = by, ["At"] = now.ToDateTimeOffset() };
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads the marks of a home.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The marks.</returns>
    public async Task<HomeMarks> ReadAsync(UnitId unit, string shard, PersonId person, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.People(unit, shard), Keys.Mark(person), cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } marks }
            ? new HomeMarks(marks.GetBoolean(NeedsTwo) == true, marks.GetBoolean(RelativeInterprets) == true)
            : HomeMarks.None;
    }
}
