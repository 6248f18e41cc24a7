using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Web.Family;

/// <summary>Does what was pressed on a page.</summary>
/// <param name="workflow">Finds and answers.</param>
/// <param name="times">Other times.</param>
/// <param name="stop">Ends all contact.</param>
public sealed class FamilyAnswers(AnswerInvitation workflow, ChooseTime times, OptOutFamily stop)
{
    internal async Task<AnswerOutcome> PressAsync(string code, AnswerForm form, CancellationToken cancellation) => form switch
    {
        { Stops: true } => await stop.RunAsync(code, cancellation).ConfigureAwait(false),
        { Slot: { } slot, Takes: true } => await times.ConfirmAsync(code, slot, cancellation).ConfigureAwait(false),
        { Slot: { } slot } => await times.HoldAsync(code, slot, cancellation).ConfigureAwait(false),
        { Alternative: { } number } => await VoteAsync(code, number, cancellation).ConfigureAwait(false),
        { Choice: AnswerChoice.AnotherTime } => await AskForTimesAsync(code, cancellation).ConfigureAwait(false),
        { Choice: { } choice } => await workflow.AnswerAsync(code, choice, alternative: null, cancellation).ConfigureAwait(false),
        _ => await workflow.FindAsync(code, cancellation).ConfigureAwait(false),
    };

    // Times to choose from are no answer yet; without any, staff is asked to phone.
    private async Task<AnswerOutcome> AskForTimesAsync(string code, CancellationToken cancellation) =>
        await times.OfferAsync(code, chosen: null, cancellation).ConfigureAwait(false) is AnswerOutcome.Times { Offered.IsEmpty: false } offer
            ? offer
            : await workflow.AnswerAsync(code, AnswerChoice.AnotherTime, alternative: null, cancellation).ConfigureAwait(false);

    private async Task<AnswerOutcome> VoteAsync(string code, int number, CancellationToken cancellation) =>
        await workflow.FindAsync(code, cancellation).ConfigureAwait(false) is AnswerOutcome.Found found && number < found.VoteOn.Length
            ? await workflow.AnswerAsync(code, AnswerChoice.Vote, found.VoteOn[number], cancellation).ConfigureAwait(false)
            : await workflow.FindAsync(code, cancellation).ConfigureAwait(false);
}
