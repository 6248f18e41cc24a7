using System.Collections.Immutable;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Planning.Properties;

/// <summary>One generated question to the planner: who, about what, which step, by which rules, when.</summary>
internal sealed record SomeCase(Recipient Recipient, Invitation Invitation, Programme Programme, Step Step, UnitRules Rules, Instant Now)
{
    private static readonly ImmutableArray<Programme> Programmes = [.. ShippedProgrammes.All, .. SomeProgrammes.All];

    public Decision Decide() => NoticePlanner.Decide(Recipient, Invitation, Programme, Step, Rules, Now);

    public static SomeCase Of(int seed)
    {
        var chance = new Chance(seed);
        var programme = chance.Of(Programmes.AsSpan());
        var step = chance.Of(programme.Steps.AsSpan());
        var rules = SomeRules(chance);
        var invitation = SomeInvitation(chance, programme, step);
        var due = DueTimes.Of(step, chance.Of(step.Ladder.AsSpan()), invitation, rules);

        // Mostly near the time it is due or closes, where decisions change.
        var now = chance.Number(0, 5) switch
        {
            <= 2 => due,
            3 => due + Duration.FromMinutes(chance.Number(-3000, 12000)),
            4 => Stockholm.MomentOf(invitation.Closes) + Duration.FromMinutes(chance.Number(-600, 600)),
            _ => chance.Moment(),
        };
        return new SomeCase(SomeRecipient(chance, programme, invitation, step, now), invitation, programme, step, rules, now);
    }

    private static UnitRules SomeRules(Chance chance)
    {
        var quietTo = chance.OneIn(3) ? chance.Time() : new LocalTime(9, 0);
        var quietFrom = chance.OneIn(3) ? chance.Time() : new LocalTime(19, 0);
        return Some.Rules() with
        {
            QuietTo = quietTo < quietFrom ? quietTo : new LocalTime(8, 0),
            QuietFrom = quietTo < quietFrom ? quietFrom : new LocalTime(20, 0),
            LetterRunAt = chance.OneIn(3) ? chance.Time() : new LocalTime(14, 0),
            ComesUnlessNo = chance.OneIn(2),
            StaleAfterDays = chance.Number(1, 14),
            CapTouches = chance.Number(1, 3),
            CapDays = chance.Number(1, 40),
            Closed = chance.OneIn(2) ? [] : [Closure(chance)],
        };
    }

    private static ClosedPeriod Closure(Chance chance)
    {
        var from = chance.Day();
        return new ClosedPeriod(from, from.PlusDays(chance.Number(0, 40)));
    }

    private static Invitation SomeInvitation(Chance chance, Programme programme, Step step)
    {
        var starts = chance.Day().At(chance.Time());
        var isTimed = programme.Occasion.Kind is not (OccasionKind.Pickup or OccasionKind.None);
        var planned = Stockholm.MomentOf(starts.PlusDays(-chance.Number(0, 40)).Date.At(chance.Time()));
        return Some.Invitation() with
        {
            Programme = programme.Id,
            Starts = starts,
            Minutes = programme.Occasion.Minutes,
            Children = programme.Audience.Who == PersonKind.Household ? [Some.Child().Id] : [],
            IsTimed = isTimed,
            Ends = isTimed ? null : starts.PlusDays(chance.Number(0, 20)).Date.At(new LocalTime(23, 59)),
            Planned = planned,
            Sequence = chance.Number(0, 2),
            Answer = chance.OneIn(2) ? Fitting(step.Condition) : chance.Of(Enum.GetValues<Answer>()),
            Cancelled = chance.OneIn(8) != (step.Anchor == StepAnchor.Cancelled),
            IsDisputed = chance.OneIn(15),
            Changed = chance.OneIn(2) ? null : planned + Duration.FromHours(chance.Number(0, 900)),
        };
    }

    private static Answer Fitting(StepCondition condition) => condition switch
    {
        StepCondition.Expected or StepCondition.Yes => Answer.Yes,
        StepCondition.Declined => Answer.No,
        StepCondition.Collect => Answer.Collect,
        _ => Answer.None,
    };

    private static Recipient SomeRecipient(Chance chance, Programme programme, Invitation invitation, Step step, Instant now)
    {
        var guardian = Some.Guardian();
        var person = guardian with
        {
            Kind = chance.OneIn(8) ? chance.Of(Enum.GetValues<PersonKind>()) : programme.Audience.Who,
            Phone = chance.OneIn(4) ? null : chance.OneIn(8) ? new PhoneNumber("+46310000600") : guardian.Phone,
            Email = chance.OneIn(3) ? null : guardian.Email,
            Address = chance.OneIn(5) ? null : chance.OneIn(20) ? new PostalAddress(null, "Box 2820", "40320", "Göteborg", null) : guardian.Address,
            Silences = chance.OneIn(8) ? chance.Of(Enum.GetValues<Silences>()) : Silences.None,
            Closed = chance.OneIn(6) ? (ClosedChannels)chance.Number(0, 7) : ClosedChannels.None,
            DataAsOf = now - Duration.FromHours(chance.OneIn(4) ? chance.Number(0, 500) : 1),
        };
        var child = Some.Child() with { Deceased = chance.OneIn(20) };
        return Some.Household(child) with { Person = person, Invitations = [invitation], Notices = SomeNotices(chance, programme, invitation, step, now) };
    }

    private static ImmutableArray<Notice> SomeNotices(Chance chance, Programme programme, Invitation invitation, Step step, Instant now)
    {
        var notices = ImmutableArray.CreateBuilder<Notice>();
        NoticeKey KeyOf(Rung rung) => new(programme.Id, invitation.Occasion.Value, invitation.Sequence, step.Id, rung.Channel);
        if (chance.OneIn(4))
        {
            // One channel at a time: those before it were refused for good.
            var reached = chance.Number(0, step.Ladder.Length - 1);
            notices.AddRange(step.Ladder.Take(reached).Where(_ => !chance.OneIn(4)).Select(rung =>
                Said(chance, KeyOf(rung), now) with { State = chance.Of(NoticeState.RefusedPermanent, NoticeState.BouncedPermanent) }));
            notices.Add(Said(chance, KeyOf(step.Ladder[reached]), now));
        }

        for (var other = chance.Number(0, 4); other > 0; other--)
        {
            notices.Add(Said(chance, new NoticeKey("sommarbrev", $"0{other}", 0, "letter", chance.Of(Channel.Sms, Channel.Email, Channel.Letter)), now));
        }

        return notices.ToImmutable();
    }

    private static Notice Said(Chance chance, NoticeKey key, Instant now) => Some.Notice(key, StateOf(chance, key.Channel)) with
    {
        RecordedAt = now - Duration.FromMinutes(chance.Number(0, 20000)),
        TouchedAt = chance.OneIn(2) ? null : now - Duration.FromHours(chance.Number(0, 1000)),
        Returns = chance.Number(0, 2),
    };

    private static NoticeState StateOf(Chance chance, Channel channel) => channel switch
    {
        Channel.Letter => chance.Of(
            NoticeState.Claimed, NoticeState.Composed, NoticeState.Printed, NoticeState.Posted, NoticeState.Returned, NoticeState.Pulled, NoticeState.Skipped, NoticeState.OnList),
        Channel.Phone => chance.Of(NoticeState.OnList, NoticeState.Skipped),
        _ => chance.Of(
            NoticeState.Claimed, NoticeState.Accepted, NoticeState.RefusedPermanent, NoticeState.RefusedTemporary, NoticeState.RefusedTechnical, NoticeState.Unknown,
            NoticeState.Released, NoticeState.Skipped, NoticeState.OnList, NoticeState.Delivered, NoticeState.BouncedPermanent, NoticeState.BouncedTemporary),
    };
}
