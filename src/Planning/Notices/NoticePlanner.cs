using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>Decides what is said to one person about one step: pure, so that sending, dry runs and rehearsals agree.</summary>
public static class NoticePlanner
{
    // Receipts come within minutes; a family that is due a reminder cannot wait for the last of them.
    private static readonly Duration ReceiptPatience = Duration.FromHours(2);

    /// <summary>Decides one due notice.</summary>
    /// <param name="recipient">The person with all that is known.</param>
    /// <param name="invitation">The invitation it is about.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="step">The step.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="now">The moment of deciding.</param>
    /// <returns>The decision.</returns>
    public static Decision Decide(Recipient recipient, Invitation invitation, Programme programme, Step step, UnitRules rules, Instant now)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(rules);
        NoticeKey KeyOn(Channel channel) => new(programme.Id, invitation.Occasion.Value, invitation.Sequence, step.Id, channel);

        var said = step.Ladder
            .Select(rung => recipient.Notices.FirstOrDefault(notice => notice.Key == KeyOn(rung.Channel)))
            .OfType<Notice>()
            .ToImmutableArray();
        if (said.FirstOrDefault(notice => notice.State == NoticeState.Claimed) is { } claimed)
        {
            return new Decision.InFlight(claimed);
        }

        if (said.Any(notice => !IsOpen(notice.State)))
        {
            return new Decision.Settled();
        }

        bool IsRefused(Rung rung) => said.Any(notice => notice.Channel == rung.Channel && IsRefusal(notice.State));
        var begun = said.FirstOrDefault(notice => IsOpen(notice.State) && !IsRefusal(notice.State));
        var open = step.Ladder.FirstOrDefault(rung => rung.Channel == begun?.Channel)
            ?? step.Ladder.FirstOrDefault(rung => !IsRefused(rung))
            ?? step.Ladder[^1];
        if (NotFor(recipient, invitation, programme, step) is { } never)
        {
            return new Decision.Skip(KeyOn(open.Channel), never);
        }

        if (said.FirstOrDefault(notice => notice.State == NoticeState.Returned) is { } returned)
        {
            return ReturnedLetter.Decide(returned, recipient, programme, step, invitation, rules, now);
        }

        if (said.FirstOrDefault(notice => notice.State == NoticeState.Unknown) is { } unknown)
        {
            // A receipt may still settle it; a second message would be a blind one.
            var receiptsBy = (unknown.RecordedAt ?? now) + ReceiptPatience;
            return now < receiptsBy ? new Decision.Wait(receiptsBy) : new Decision.List(unknown.Key, SkipReason.UnknownOutcome);
        }

        if (begun is not null && !Reach.Can(recipient.Person, begun.Channel))
        {
            return new Decision.GiveUp(begun.Key);
        }

        // What was begun on one channel goes on there, also when a better one has come to be known since.
        var rung = begun is not null ? open : step.Ladder.FirstOrDefault(rung => Reach.Can(recipient.Person, rung.Channel) && !IsRefused(rung));
        var due = DueTimes.Of(step, rung ?? open, invitation, rules);
        if (rung is not null && now < due)
        {
            return new Decision.Wait(due); // an answer may still come; a skip is final
        }

        if (Wanted.Not(step, invitation.Answer, Wanted.SilenceMeansYes(programme, rules)) is { } unwanted)
        {
            return new Decision.Skip(KeyOn(open.Channel), unwanted);
        }

        if (DueDecision.IsOver(due, step, invitation, now))
        {
            return new Decision.Skip(KeyOn((rung ?? open).Channel), SkipReason.TooLate); // not for staff to phone about either
        }

        if (rung is null)
        {
            return new Decision.List(KeyOn(open.Channel), SkipReason.NoWayToReach);
        }

        var decision = DueDecision.Of(recipient, KeyOn(rung.Channel), due, step, invitation, rules, now);
        return decision is Decision.Send send && ForStaff(recipient, invitation, programme, step) is { } reason
            ? new Decision.List(send.Key, reason)
            : decision;
    }

    private static SkipReason? NotFor(Recipient recipient, Invitation invitation, Programme programme, Step step) =>
        NeverSend.Reason(recipient, invitation, step)
        ?? (programme.Discretion == Discretion.D3 && recipient.Person.Kind == PersonKind.Household ? SkipReason.NotForIndividuals : null);

    // What a person must do, although it could be sent.
    private static SkipReason? ForStaff(Recipient recipient, Invitation invitation, Programme programme, Step step) => step switch
    {
        _ when invitation.IsDisputed => SkipReason.Disputed,
        { Ladder: [{ Channel: Channel.Phone }, ..] } => SkipReason.ToPhone,
        { IsTouch: true } when invitation.Answer == Answer.None && Touches.About(invitation, recipient) >= programme.Touches => SkipReason.EnoughTouches,
        _ => null,
    };

    private static bool IsRefusal(NoticeState state) => state is NoticeState.RefusedPermanent or NoticeState.BouncedPermanent;

    // What may still be said: on this rung again, or on the next.
    private static bool IsOpen(NoticeState state) =>
        IsRefusal(state) || state is NoticeState.RefusedTemporary or NoticeState.Released or NoticeState.Unknown or NoticeState.Returned;
}
