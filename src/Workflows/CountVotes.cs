using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Counts the votes of an occasion. Nothing tells who voted, or for what.</summary>
/// <param name="definitions">Units.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="invitations">Votes.</param>
public sealed class CountVotes(DefinitionCache definitions, OccasionTable occasions, InvitationTable invitations)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="id">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The result; null when there is no such vote.</returns>
    public async Task<VoteResult?> RunAsync(UnitId unit, string programme, OccasionId id, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules
            || (await occasions.ListAsync(unit, programme, cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id) is not { VoteOn: { } choices })
        {
            return null;
        }

        var votes = new List<string?>();
        await foreach (var (_, invitation) in invitations.InvitedAsync(unit, rules.Shards, programme, id, cancellation).ConfigureAwait(false))
        {
            votes.Add(invitation.Vote);
        }

        return AnswerRules.Count(choices, votes);
    }
}
