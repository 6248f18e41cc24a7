using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Workflows.Pickups;

/// <summary>What need not be said any more when something has been collected: decided from the person as read.</summary>
internal static class PickupStop
{
    private const string Claimer = "collected";

    /// <summary>Final skips for every step that is planned and has not been said; what a sender has begun is followed to its end.</summary>
    public static IEnumerable<Notice> Of(Recipient recipient, Invitation invitation, Programme programme, IReadOnlySet<NoticeKey> waitingLetters, Instant now)
    {
        foreach (var step in programme.Steps.Where(step => step.IsPlanned))
        {
            var rungs = step.Ladder
                .Select(rung => new NoticeKey(programme.Id, invitation.Occasion.Value, invitation.Sequence, step.Id, rung.Channel))
                .Select(key => (Key: key, Notice: recipient.Notices.FirstOrDefault(notice => notice.Key == key)))
                .ToList();
            if (rungs.Any(rung => rung.Notice is { } notice && IsOutOfOurHands(notice, waitingLetters)))
            {
                continue;
            }

            var open = rungs.Where(rung => NoticeTransitions.Allows(rung.Notice?.State, NoticeState.Skipped)).ToList();
            if (open.Count > 0)
            {
                var (key, begun) = open.Find(rung => rung.Notice is not null) is { Notice: not null } found ? found : open[0];
                var row = begun ?? new Notice(key, NoticeState.Skipped, key.Channel, "", "", Claimer, TextHash: null, FirstSent: null, SkipReason.Answered);
                yield return row with { State = NoticeState.Skipped, ClaimedBy = Claimer, SkipReason = SkipReason.Answered, RecordedAt = now };
            }
        }
    }

    // Sent, settled, being sent or printed. A claimed letter that no run has taken yet can still be stopped.
    private static bool IsOutOfOurHands(Notice notice, IReadOnlySet<NoticeKey> waitingLetters) => notice.State switch
    {
        NoticeState.Claimed => !waitingLetters.Contains(notice.Key),
        NoticeState.Composed => true,
        NoticeState.RefusedPermanent or NoticeState.BouncedPermanent => false, // the next rung would be taken
        var state => NoticeTransitions.IsFinal(state),
    };
}
