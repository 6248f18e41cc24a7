using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Notes that nobody goes alone to a home. It stands on the visitors' list of the day, and is said to nobody.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="marks">Marks.</param>
/// <param name="clock">When.</param>
public sealed class MarkHousehold(DefinitionCache definitions, PeopleTable people, HouseholdMarks marks, IClock clock)
{
    private const int IdLength = 32;

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The id of the person visited.</param>
    /// <param name="needsTwo">True to mark, false to take the mark away.</param>
    /// <param name="json">Who says so: <c>{ "by": "…" }</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done; or what to mend.</returns>
    public async Task<ChangeOutcome> RunAsync(UnitId unit, string person, bool needsTwo, string json, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (order, problem) = StaffOrder.Read(json);
        if (order is null)
        {
            return new ChangeOutcome.Invalid(problem);
        }

        var isId = person.Length == IdLength && person.All(char.IsAsciiHexDigitLower);
        if (!isId || await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules
            || await people.ReadAsync(unit, Keys.Shard(new PersonId(person), rules.Shards), new PersonId(person), cancellation).ConfigureAwait(false) is not { } found)
        {
            return new ChangeOutcome.Unknown("There is no such household in this unit.");
        }

        var shard = Keys.Shard(found.Person.Id, rules.Shards);
        await marks.SetAsync(unit, shard, found.Person.Id, needsTwo, order.By, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        return new ChangeOutcome.Done();
    }
}
