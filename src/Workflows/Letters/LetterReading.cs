using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows.Letters;

/// <summary>Reads waiting letters with their people, to be checked once more.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="campaigns">Which campaign a letter belongs to.</param>
/// <param name="people">People.</param>
public sealed class LetterReading(DefinitionCache definitions, CampaignSwitch campaigns, PeopleTable people)
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
                read.Add(CheckedLetter.Of(letter, found.GetValueOrDefault(letter.Person), step, await CampaignOfAsync(letter, cancellation).ConfigureAwait(false)));
            }
        }

        return read;
    }

    /// <summary>Those that may be printed now: the letters of a paused campaign wait, whatever day their run was.</summary>
    internal async Task<bool> IsHeldAsync(WaitingLetter letter, CancellationToken cancellation) =>
        await CampaignOfAsync(letter, cancellation).ConfigureAwait(false) is { State: CampaignState.Paused };

    private Task<Campaign?> CampaignOfAsync(WaitingLetter letter, CancellationToken cancellation) =>
        campaigns.FindAsync(letter.Unit, letter.Key.Programme, new OccasionId(letter.Key.Occasion), letter.Key.Step, cancellation);
}
