using Notifieringar.Model;
using Notifieringar.Records.People;

namespace Notifieringar.Workflows.Letters;

/// <summary>Cuts letters into claim transactions. Two letters to one household touch one person row, so they go in transactions of their own.</summary>
internal static class OnePerPerson
{
    public static IEnumerable<T[]> Chunk<T>(IEnumerable<T> letters, Func<T, PersonId> person) => letters
        .GroupBy(person)
        .SelectMany(letters => letters.Select((letter, turn) => (letter, turn)))
        .GroupBy(item => item.turn)
        .SelectMany(turn => turn.Select(item => item.letter).Chunk(Ledger.PeoplePerClaim));
}
