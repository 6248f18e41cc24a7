using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Workflows;

/// <summary>Finds the invitation of a code from a letter and takes the family's answer. The code is the only key, so it is never logged.</summary>
/// <param name="reading">Invitations.</param>
/// <param name="taking">Takes answers.</param>
public sealed class AnswerInvitation(InvitationReading reading, AnswerTaking taking)
{
    /// <summary>Finds the invitation of a code. Changes nothing.</summary>
    /// <param name="code">The code as printed, typed or scanned.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What there is; never <see cref="AnswerOutcome.Busy"/>.</returns>
    public async Task<AnswerOutcome> FindAsync(string code, CancellationToken cancellation) =>
        await reading.FindAsync(code, cancellation).ConfigureAwait(false) is { } target
            ? (await reading.ReadAsync(target, cancellation).ConfigureAwait(false)).Outcome
            : new AnswerOutcome.Unknown();

    /// <summary>Takes an answer. The same answer again changes nothing, nor does one that comes too late: staff sees that one.</summary>
    /// <param name="code">The code as printed, typed or scanned.</param>
    /// <param name="choice">The answer.</param>
    /// <param name="alternative">The alternative voted for; null for other answers.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see cref="AnswerOutcome.Found"/> with the new answer once it is stored; else why it is not.</returns>
    public async Task<AnswerOutcome> AnswerAsync(string code, AnswerChoice choice, string? alternative, CancellationToken cancellation) =>
        await reading.FindAsync(code, cancellation).ConfigureAwait(false) is { } target
            ? await taking.TakeAsync(target, choice, alternative, AnswerSource.Page, cancellation).ConfigureAwait(false)
            : new AnswerOutcome.Unknown();
}
