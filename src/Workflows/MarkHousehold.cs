using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Notes what staff must know of a home: that nobody goes there alone, or that a relative interprets. It stands on the visitors' list of
/// the day, and is said to nobody.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="marks">Marks.</param>
/// <param name="bookings">Interpreters.</param>
/// <param name="clock">When.</param>
public sealed class MarkHousehold(DefinitionCache definitions, PeopleTable people, HouseholdMarks marks, InterpreterBookings bookings, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The id of the person visited.</param>
    /// <param name="name"><c>two-visitors</c> or <c>relative-interprets</c>.</param>
    /// <param name="stands">True to mark, false to take the mark away.</param>
    /// <param name="json">Who says so: <c>{ "by": "…" }</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done; or what to mend.</returns>
    public async Task<ChangeOutcome> RunAsync(UnitId unit, string person, string name, bool stands, string json, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (order, problem) = StaffOrder.Read(json);
        if (order is null)
        {
            return new ChangeOutcome.Invalid(problem);
        }

        HomeMark? mark = name switch
        {
            "two-visitors" => HomeMark.TwoVisitors,
            "relative-interprets" => HomeMark.RelativeInterprets,
            _ => null,
        };
        if (mark is null)
        {
            return new ChangeOutcome.Unknown("A home can be marked two-visitors or relative-interprets.");
        }

        if (!Ids.IsWellFormed(person) || await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules
            || await people.ReadAsync(unit, Keys.Shard(new PersonId(person), rules.Shards), new PersonId(person), cancellation).ConfigureAwait(false) is not { } found)
        {
            return new ChangeOutcome.Unknown("There is no such household in this unit.");
        }

        var shard = Keys.Shard(found.Person.Id, rules.Shards);
        await marks.SetAsync(unit, shard, found.Person.Id, mark.Value, stands, order.By, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        foreach (var invitation in found.Invitations.Where(invitation => mark == HomeMark.RelativeInterprets && invitation.AtThisHome))
        {
            await bookings.FollowAsync(rules, new VisitReference(invitation.Programme, invitation.Occasion), cancellation).ConfigureAwait(false);
        }

        return new ChangeOutcome.Done();
    }
}
