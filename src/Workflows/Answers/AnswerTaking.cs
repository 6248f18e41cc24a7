using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Changes;
using NodaTime;

namespace Notifieringar.Workflows.Answers;

/// <summary>Takes an answer: one state machine, whoever holds the pen.</summary>
/// <param name="reading">Invitations.</param>
/// <param name="table">Writes answers.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="journal">What follows from an answer stands here before the answer does.</param>
/// <param name="run">Does what follows.</param>
/// <param name="lists">Staff's list.</param>
/// <param name="clock">Decides what is too late.</param>
/// <param name="logger">Log.</param>
public sealed partial class AnswerTaking(
    InvitationReading reading,
    InvitationTable table,
    OccasionTable occasions,
    SlotTable slots,
    ChangeJournal journal,
    RunChange run,
    AnswerListing lists,
    IClock clock,
    ILogger<AnswerTaking> logger)
{
    private const int Attempts = 5;

    internal async Task<AnswerOutcome> TakeAsync(
        AnswerTarget target, AnswerChoice choice, string? alternative, AnswerSource source, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var read = await reading.ReadAsync(target, cancellation).ConfigureAwait(false);
            if (read.Outcome is AnswerOutcome.Past or AnswerOutcome.CalledOff
                || (read.Outcome is AnswerOutcome.Found open && read.Programme?.Answers.Contains(choice) == true && IsLate(open, choice)))
            {
                await lists.LateAsync(target, read.Invitation!, choice, source, cancellation).ConfigureAwait(false);
                return read.Outcome is AnswerOutcome.CalledOff ? read.Outcome : new AnswerOutcome.Past();
            }

            if (read is not { Outcome: AnswerOutcome.Found found, Recipient: { } recipient, Programme: { } programme })
            {
                return read.Outcome;
            }

            if (!found.Choices.Contains(choice) || (choice == AnswerChoice.Vote && !found.VoteOn.Contains(alternative ?? "")))
            {
                return new AnswerOutcome.Refused($"This invitation can be answered with {string.Join(", ", found.Choices)}.");
            }

            var after = After(found.Invitation, choice, alternative, programme, target.Rules);
            if (after == found.Invitation)
            {
                return found;
            }

            if (!await TryTakeSlotBackAsync(target, found, after, cancellation).ConfigureAwait(false))
            {
                return new AnswerOutcome.Refused("The time has been given to somebody else. Another time can be chosen.");
            }

            var settling = await OrderAsync(target, recipient, found, after, cancellation).ConfigureAwait(false);
            await lists.ListAsync(target, recipient, found.Invitation, after, programme, source, cancellation).ConfigureAwait(false);
            if (await table.ChangeAsync(recipient, target.Shard, after, clock.GetCurrentInstant(), source, cancellation).ConfigureAwait(false))
            {
                Log.Answered(logger, after.Occasion, source.Channel);
                if (settling is not null)
                {
                    await run.RunAsync(settling, cancellation).ConfigureAwait(false);
                }

                return found with { Invitation = after };
            }
        }

        return new AnswerOutcome.Busy();
    }

    // A vote outlives the evening: whoever then says yes is late.
    private static bool IsLate(AnswerOutcome.Found open, AnswerChoice choice) =>
        !open.Choices.Contains(choice) && (choice != AnswerChoice.Vote || !open.VoteOn.IsEmpty);

    private Invitation After(Invitation invitation, AnswerChoice choice, string? alternative, Programme programme, UnitRules rules) => choice switch
    {
        AnswerChoice.Vote => invitation with { Vote = alternative },
        AnswerChoice.Yes => AnswerRules.With(invitation, Answer.Yes, programme, rules, clock.GetCurrentInstant()),
        AnswerChoice.No => AnswerRules.With(invitation, Answer.No, programme, rules, clock.GetCurrentInstant()),
        AnswerChoice.Collect => AnswerRules.With(invitation, Answer.Collect, programme, rules, clock.GetCurrentInstant()),
        AnswerChoice.AnotherTime => AnswerRules.With(invitation, Answer.AnotherTime, programme, rules, clock.GetCurrentInstant()),
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    // Whoever wants the visit after all needs its slot, which was given back.
    private async Task<bool> TryTakeSlotBackAsync(AnswerTarget target, AnswerOutcome.Found found, Invitation after, CancellationToken cancellation) =>
        found.Kind != OccasionKind.Visit || !AnswerRules.GivesTimeBack(found.Invitation.Answer) || after.Answer != Answer.Yes
        || await occasions.FindAsync(target.Rules.Unit, found.Invitation, cancellation).ConfigureAwait(false) is not { } occasion
        || await slots.TakeAsync(target.Rules.Unit, occasion.Starts, occasion.Visitors, occasion.Id, cancellation).ConfigureAwait(false);

    private async Task<OccasionChange?> OrderAsync(
        AnswerTarget target, Recipient recipient, AnswerOutcome.Found found, Invitation after, CancellationToken cancellation)
    {
        // A visit's time is given back, or taken back.
        var before = found.Invitation;
        var movesSlot = found.Kind == OccasionKind.Visit && (AnswerRules.GivesTimeBack(before.Answer) || AnswerRules.GivesTimeBack(after.Answer));
        var follows = before.Answer != after.Answer
            && (!recipient.Links.IsEmpty || after.Session > 0 || before.IsDisputed || after.Answer == Answer.Collect || movesSlot);
        return !follows ? null : await journal.OrderAsync(
            new OccasionChange(
                target.Rules.Unit,
                ChangeIds.Settle(after),
                ChangeKind.Settle,
                "answer",
                clock.GetCurrentInstant(),
                after.Programme,
                after.Occasion,
                after.Starts,
                after.Sequence,
                Person: target.Person),
            cancellation).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "An answer to occasion {Occasion} is stored; it came by {Channel}.")]
        public static partial void Answered(ILogger logger, OccasionId occasion, AnswerChannel channel);
    }
}
