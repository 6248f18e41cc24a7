using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Finds the invitation of a code from a letter and takes the family's answer. The code is the only key, so it is never logged.</summary>
/// <param name="codeTable">Whose code is whose.</param>
/// <param name="people">People.</param>
/// <param name="writer">Writes answers.</param>
/// <param name="definitions">Units.</param>
/// <param name="codes">Answer codes.</param>
/// <param name="clock">Decides whether the visit has begun.</param>
/// <param name="logger">Log.</param>
public sealed partial class AnswerInvitation(
    CodeTable codeTable,
    PeopleTable people,
    PeopleWriter writer,
    DefinitionCache definitions,
    AnswerCodes codes,
    IClock clock,
    ILogger<AnswerInvitation> logger)
{
    private const int Attempts = 5;

    /// <summary>Finds the invitation of a code. Changes nothing.</summary>
    /// <param name="code">The code as printed, typed or scanned.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What there is; never <see cref="AnswerOutcome.Busy"/>.</returns>
    public async Task<AnswerOutcome> FindAsync(string code, CancellationToken cancellation) =>
        await OwnerAsync(code, cancellation).ConfigureAwait(false) is { } found
            ? (await ReadAsync(found, cancellation).ConfigureAwait(false)).Outcome
            : new AnswerOutcome.Unknown();

    /// <summary>Takes an answer. The same answer again, or one that comes too late, changes nothing.</summary>
    /// <param name="code">The code as printed, typed or scanned.</param>
    /// <param name="answer">Yes or no.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see cref="AnswerOutcome.Found"/> with the new answer once it is stored; else why it is not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is <see cref="Answer.None"/>.</exception>
    public async Task<AnswerOutcome> AnswerAsync(string code, Answer answer, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)answer, (int)Answer.None, nameof(answer));
        if (await OwnerAsync(code, cancellation).ConfigureAwait(false) is not { } found)
        {
            return new AnswerOutcome.Unknown();
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (outcome, recipient) = await ReadAsync(found, cancellation).ConfigureAwait(false);
            if (outcome is not AnswerOutcome.Found { Invitation: var invitation } open || recipient is null || invitation.Answer == answer)
            {
                return outcome;
            }

            if (await writer.AnswerAsync(recipient, found.Owner.Shard, invitation.Occasion, answer, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false))
            {
                Log.Answered(logger, invitation.Occasion);
                return open with { Invitation = invitation with { Answer = answer } };
            }
        }

        return new AnswerOutcome.Busy();
    }

    private async Task<FoundCode?> OwnerAsync(string code, CancellationToken cancellation) =>
        AnswerCodes.HashOf(code) is { } hash && await codeTable.FindAsync(hash, cancellation).ConfigureAwait(false) is { } owner
            && await definitions.FindUnitAsync(owner.Unit, cancellation).ConfigureAwait(false) is { } rules
            ? new FoundCode(hash, owner, rules)
            : null;

    private async Task<(AnswerOutcome Outcome, Recipient? Recipient)> ReadAsync(FoundCode found, CancellationToken cancellation)
    {
        var (hash, owner, rules) = found;
        var recipient = await people.ReadAsync(owner.Unit, owner.Shard, owner.Person, cancellation).ConfigureAwait(false);
        return (CodeHolder.Decide(recipient, owner.Occasion, rules, hash, codes, clock.GetCurrentInstant()), recipient);
    }

    private sealed record FoundCode(string Hash, CodeOwner Owner, UnitRules Rules);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "An answer to occasion {Occasion} is stored.")]
        public static partial void Answered(ILogger logger, OccasionId occasion);
    }
}
