using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows.Letters;

/// <summary>Reads waiting letters with their people, to be checked once more.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="people">People.</param>
public sealed class LetterReading(DefinitionCache definitions, PeopleTable people)
{
    internal async Task<IReadOnlyList<CheckedLetter>> ReadAsync(UnitRules rules, IEnumerable<WaitingLetter> letters, CancellationToken cancellation)
    {
        var read = new List<CheckedLetter>();
        foreach (var shard in letters.GroupBy(letter => letter.Shard, StringComparer.Ordinal))
        {
            var found = await people.ReadAsync(rules.Unit, shard.Key, [.. shard.Select(letter => letter.Person)], cancellation).ConfigureAwait(false);
            foreach (var letter in shard)
            {
                var (_, step) = await definitions.StepAsync(letter.Key.Programme, letter.Key.Step, cancellation).ConfigureAwait(false);
                read.Add(CheckedLetter.Of(letter, found.GetValueOrDefault(letter.Person), step));
            }
        }

        return read;
    }
}
