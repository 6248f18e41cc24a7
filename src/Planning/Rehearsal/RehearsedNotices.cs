using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using NodaTime;

namespace Notifieringar.Planning.Rehearsal;

/// <summary>What becomes of each notice of a rehearsal.</summary>
internal sealed class RehearsedNotices(RehearsalInput input, RehearsedPeople people, Agenda agenda)
{
    private readonly ImmutableArray<RehearsedNotice>.Builder _notices = ImmutableArray.CreateBuilder<RehearsedNotice>();
    private readonly Dictionary<(string Programme, string Step), (Programme Programme, Step Step)> _steps = input.Programmes
        .SelectMany(programme => programme.Steps.Select(step => (programme, step)))
        .ToDictionary(pair => (pair.programme.Id, pair.step.Id));

    public ImmutableArray<RehearsedNotice> ToImmutable() => _notices.ToImmutable();

    public void Handle(object item, Instant now)
    {
        switch (item)
        {
            case RehearsedDue due when people.Find(due.Person) is { } recipient
                && recipient.Invitations.FirstOrDefault(one => one.Occasion == due.Occasion) is { } invitation
                && _steps.TryGetValue((due.Programme, due.Step), out var found):
                Decide(due, recipient, invitation, found.Programme, found.Step, now);
                break;
            case RehearsedLetter letter when people.Find(letter.Person) is { } recipient
                && recipient.Notices.FirstOrDefault(notice => notice.Key == letter.Key) is { State: NoticeState.Claimed } notice
                && _steps.TryGetValue((letter.Key.Programme, letter.Key.Step), out var found):
                Print(recipient, notice, found.Step, now);
                break;
            default:
                break; // an erased household, or planning that crashed before it invited
        }
    }

    private void Decide(RehearsedDue due, Recipient recipient, Invitation invitation, Programme programme, Step step, Instant now)
    {
        switch (NoticePlanner.Decide(recipient, invitation, programme, step, input.Rules, now))
        {
            case Decision.Send send:
                Send(recipient, send.Key, step, now);
                break;
            case Decision.Skip skip:
                End(recipient, skip.Key, RehearsedFate.Skipped, skip.Reason, now);
                break;
            case Decision.List list:
                End(recipient, list.Key, RehearsedFate.Listed, list.Reason, now);
                break;
            case Decision.GiveUp closed:
                people.Put(due.Person, NoticeOf(closed.Key, NoticeState.RefusedPermanent, now));
                agenda.AddDue(due, now);
                break;
            case Decision.Wait wait:
                agenda.AddDue(due with { At = wait.Until }, now);
                break;
            default:
                break; // said before, or a sender is at work on it
        }
    }

    private void Send(Recipient recipient, NoticeKey key, Step step, Instant now)
    {
        if (input.Languages.Choose(key, recipient.Person.Language) is not { } language)
        {
            End(recipient, key, RehearsedFate.Listed, SkipReason.NoText, now);
            return;
        }

        var isLetter = key.Channel == Channel.Letter;
        people.Put(recipient.Person.Id, NoticeOf(key, isLetter ? NoticeState.Claimed : NoticeState.Accepted, now) with
        {
            Language = language,
            TouchedAt = step.IsTouch ? now : null,
        });
        if (isLetter)
        {
            var closes = LetterRunTime.Next(now, input.Rules).ClosesAt;
            agenda.Add(RehearsalClock.SweepAt(closes), new RehearsedLetter(closes, recipient.Person.Id, key));
        }
        else
        {
            Note(recipient, key, RehearsedFate.Said, language, reason: null, now);
        }
    }

    private void Print(Recipient recipient, Notice notice, Step step, Instant now)
    {
        var invitation = recipient.Invitations.FirstOrDefault(one => one.Occasion.Value == notice.Key.Occasion);
        switch (WaitingLetterCheck.StopReason(recipient, invitation, step, notice.Key.Sequence, Stockholm.LocalOf(now).Date, input.Rules, now))
        {
            case null:
                people.Put(recipient.Person.Id, notice with { State = NoticeState.Printed });
                Note(recipient, notice.Key, RehearsedFate.Said, notice.Language, reason: null, now);
                break;
            case { } reason:
                End(recipient, notice.Key, reason == SkipReason.StaleData ? RehearsedFate.Listed : RehearsedFate.Skipped, reason, now);
                break;
        }
    }

    private void End(Recipient recipient, NoticeKey key, RehearsedFate fate, SkipReason reason, Instant now)
    {
        var state = fate == RehearsedFate.Listed ? NoticeState.OnList : NoticeState.Skipped;
        people.Put(recipient.Person.Id, NoticeOf(key, state, now) with { SkipReason = reason });
        Note(recipient, key, fate, "", reason, now);
    }

    private void Note(Recipient recipient, NoticeKey key, RehearsedFate fate, string language, SkipReason? reason, Instant now) =>
        _notices.Add(new RehearsedNotice(recipient.Person.Id, key, Stockholm.LocalOf(now).Date, fate, language, reason));

    private static Notice NoticeOf(NoticeKey key, NoticeState state, Instant now) =>
        new(key, state, key.Channel, "", "", "", TextHash: null, FirstSent: null, SkipReason: null, RecordedAt: now);
}
