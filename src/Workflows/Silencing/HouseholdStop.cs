using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Silencing;

/// <summary>A due notice with the programme and step it names.</summary>
internal sealed record KnownDue(DueNotice Due, Programme Programme, Step Step);

/// <summary>What a silence stops for one household: decided from the household as read, by the planner that sending asks too.</summary>
/// <param name="Notices">Ledger rows to write: final skips with their reason.</param>
/// <param name="Due">Due notices that are settled by them.</param>
/// <param name="Letters">Waiting letters that are settled by them.</param>
/// <param name="InPile">Letters that are printed, or being printed, and not posted.</param>
/// <param name="UnderWay">Messages that a sender has begun: their outcome is recorded by the sender, or settled by the next sweep.</param>
internal sealed record HouseholdStop(
    ImmutableArray<Notice> Notices,
    ImmutableArray<DueNotice> Due,
    ImmutableArray<WaitingLetter> Letters,
    ImmutableArray<Notice> InPile,
    int UnderWay)
{
    public static HouseholdStop Of(
        Recipient recipient, IEnumerable<KnownDue> due, IEnumerable<WaitingLetter> letters, UnitRules rules, string claimer, Instant now)
    {
        var notices = new Dictionary<NoticeKey, Notice>();
        var settledDue = ImmutableArray.CreateBuilder<DueNotice>();
        var underWay = 0;
        foreach (var one in due)
        {
            // Work rows without an invitation are another's: planning writes them first, and sweeping settles them.
            var invitation = recipient.Invitations.FirstOrDefault(invitation => invitation.Occasion == one.Due.Occasion);
            if (invitation is null || NeverSend.Reason(recipient, invitation) is null)
            {
                continue;
            }

            switch (NoticePlanner.Decide(recipient, invitation, one.Programme, one.Step, rules, now))
            {
                case Decision.InFlight { Notice.Channel: not Channel.Letter }:
                    underWay++;
                    break;
                case Decision.Skip skip:
                    Skip(skip.Key, skip.Reason);
                    settledDue.Add(one.Due);
                    break;
                default:
                    settledDue.Add(one.Due); // said before, or a letter that its own Work row stands for
                    break;
            }
        }

        var settledLetters = ImmutableArray.CreateBuilder<WaitingLetter>();
        foreach (var letter in letters)
        {
            if (ReasonOf(letter.Key) is not { } reason)
            {
                continue;
            }

            // Without a claim there will be none: it would be conditional on the person as it was before the silence.
            var state = recipient.Notices.FirstOrDefault(notice => notice.Key == letter.Key)?.State;
            if (state is NoticeState.Composed or NoticeState.Printed)
            {
                continue; // the run removes it when its part is recorded
            }

            if (state == NoticeState.Claimed)
            {
                Skip(letter.Key, reason);
            }

            settledLetters.Add(letter);
        }

        var inPile = recipient.Notices.Where(notice =>
            notice is { Channel: Channel.Letter, State: NoticeState.Composed or NoticeState.Printed } && ReasonOf(notice.Key) is not null);
        return new HouseholdStop([.. notices.Values], settledDue.ToImmutable(), settledLetters.ToImmutable(), [.. inPile], underWay);

        SkipReason? ReasonOf(NoticeKey key) =>
            recipient.Invitations.FirstOrDefault(invitation => invitation.Occasion.Value == key.Occasion) is { } invitation
                ? NeverSend.Reason(recipient, invitation)
                : null;

        void Skip(NoticeKey key, SkipReason reason)
        {
            var before = recipient.Notices.FirstOrDefault(notice => notice.Key == key);
            if (NoticeTransitions.Allows(before?.State, NoticeState.Skipped))
            {
                var row = before ?? new Notice(key, NoticeState.Skipped, key.Channel, "", "", claimer, TextHash: null, FirstSent: null, reason);
                notices[key] = row with { State = NoticeState.Skipped, ClaimedBy = claimer, SkipReason = reason, RecordedAt = now };
            }
        }
    }
}
