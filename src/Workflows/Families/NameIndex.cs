using Notifieringar.Model;
using Notifieringar.Records.People;

namespace Notifieringar.Workflows.Families;

/// <summary>Keeps the names by which staff find people. It follows People and decides nothing: whoever is found is read before being shown.</summary>
/// <param name="table">Names.</param>
public sealed class NameIndex(NameTable table)
{
    /// <summary>Writes the names of people who are about to be stored. Those that have not changed are there already.</summary>
    internal Task PutAsync(UnitId unit, IEnumerable<(Person? Before, Person Now)> people, CancellationToken cancellation) =>
        table.PutAsync(unit, people.SelectMany(person => NameWords.Of(person.Now).Except(Before(person))), cancellation);

    /// <summary>Removes the names that people who have been stored are not found by any more.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="people">The people.</param>
    /// <param name="wasTriedBefore">True when an earlier try may have written names of somebody who has been hidden meanwhile.</param>
    /// <param name="cancellation">Stops the call.</param>
    internal Task LeaveAsync(UnitId unit, IEnumerable<(Person? Before, Person Now)> people, bool wasTriedBefore, CancellationToken cancellation) =>
        table.RemoveAsync(
            unit,
            people.SelectMany(person => Before(person).Concat(wasTriedBefore ? Shown(person.Now) : []).Except(NameWords.Of(person.Now))),
            cancellation);

    /// <summary>Removes the names of somebody whom a search must not find; of everybody else none.</summary>
    internal Task HideAsync(Person person, CancellationToken cancellation) => Showing.IsFound(person)
        ? Task.CompletedTask
        : table.RemoveAsync(person.Unit, Shown(person), cancellation);

    private static IEnumerable<PersonName> Before((Person? Before, Person Now) person) => person.Before is null ? [] : NameWords.Of(person.Before);

    // By what a person would be found who could be.
    private static IEnumerable<PersonName> Shown(Person person) => NameWords.Of(person with { Silences = Silences.None, Address = null });
}
