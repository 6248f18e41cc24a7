using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Records.People;
using NodaTime;

namespace Notifieringar.Workflows.Answers;

/// <summary>Puts answers on staff's list that only a person can act on. They say what was answered and how it came, and no name.</summary>
/// <param name="times">Why no time could be offered.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">When.</param>
public sealed class AnswerListing(FreeTimesReading times, CallList callList, IClock clock)
{
    /// <summary>An answer that changes nothing any more, and is seen all the same.</summary>
    internal Task LateAsync(
        AnswerTarget target, Invitation invitation, AnswerChoice choice, AnswerSource source, CancellationToken cancellation) =>
        AddAsync(target, invitation, "late-answer", SkipReason.LateAnswer, $"{choice} ({source.Channel})", isUrgent: false, cancellation);

    /// <summary>What staff must do about an answer that is about to be stored; nothing for most.</summary>
    internal async Task ListAsync(
        AnswerTarget target,
        Recipient recipient,
        Invitation before,
        Invitation after,
        Programme programme,
        AnswerSource source,
        CancellationToken cancellation)
    {
        if (after.Answer == Answer.AnotherTime && before.Answer != Answer.AnotherTime)
        {
            var reason = await times.ReasonAsync(target.Rules, recipient, before, programme, cancellation).ConfigureAwait(false);
            await AddAsync(target, after, "another-time", reason, source.Channel.ToString(), isUrgent: false, cancellation).ConfigureAwait(false);
        }

        if (after.Answer == Answer.No && before.Answer != Answer.No && programme.Occasion.Kind == OccasionKind.Visit
            && AnswerRules.IsLastMinute(before, clock.GetCurrentInstant()))
        {
            await AddAsync(target, after, "declined", SkipReason.DeclinedLate, source.Channel.ToString(), isUrgent: true, cancellation).ConfigureAwait(false);
        }
    }

    private Task AddAsync(
        AnswerTarget target, Invitation invitation, string what, SkipReason reason, string note, bool isUrgent, CancellationToken cancellation)
    {
        var key = new NoticeKey(invitation.Programme, invitation.Occasion.Value, invitation.Sequence, what, Channel.Phone);
        return callList.AddAsync(
            [new ListedNotice(target.Rules.Unit, target.Person, key, reason, note, isUrgent)], clock.GetCurrentInstant(), cancellation);
    }
}
