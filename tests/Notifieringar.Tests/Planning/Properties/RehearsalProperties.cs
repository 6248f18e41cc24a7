using System.Collections.Immutable;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Planning.Rehearsal;

namespace Notifieringar.Tests.Planning.Properties;

/// <summary>What generated households hear over months, from several programmes at once: the promises that no single decision can show.</summary>
public sealed class RehearsalProperties
{
    private const int Units = 30;
    private const int HouseholdsInAUnit = 12;
    private const int InvitationsToEach = 4;
    private const int Days = 120;

    private static readonly ImmutableArray<Programme> Programmes = [Some.Programme() with { Id = "hembesok" }, .. SomeProgrammes.All.RemoveAt(0)];

    [Fact]
    public void Of_ManyProgrammesAtOnce_NeverContactsAPersonMoreOftenThanTheCap_AndSaysNothingTwice()
    {
        var (said, touched) = (0, 0);
        for (var seed = 0; seed < Units; seed++)
        {
            var input = InputOf(seed);
            foreach (var person in Rehearsing.Of(input).Notices.Where(notice => notice.Fate == RehearsedFate.Said).GroupBy(notice => notice.Person))
            {
                var keys = person.Select(notice => notice.Key with { Channel = Channel.Sms }).ToList();
                Assert.True(keys.Count == keys.Distinct().Count(), $"Seed {seed}: something is said twice.");
                var touches = person.Where(IsTouch).Where(notice => notice.Key.Channel != Channel.Letter).Select(notice => notice.Day).Order().ToList();
                var most = touches.Count == 0 ? 0 : touches.Max(first => touches.Count(day => day >= first && day < first.PlusDays(input.Rules.CapDays)));
                Assert.True(most <= input.Rules.CapTouches, $"Seed {seed}: {most} contacts in {input.Rules.CapDays} days.");
                said += keys.Count;
                touched += touches.Count;
            }
        }

        Assert.True(said > 5_000 && touched > 500, $"{said} notices with {touched} touches are too few to say anything.");
    }

    private static bool IsTouch(RehearsedNotice notice) =>
        Programmes.First(programme => programme.Id == notice.Key.Programme).StepNamed(notice.Key.Step)!.IsTouch;

    private static RehearsalInput InputOf(int seed)
    {
        var chance = new Chance(seed);
        var from = chance.Moment();
        var rules = Some.Rules() with { CapTouches = chance.Number(1, 3), CapDays = chance.Number(5, 40), ComesUnlessNo = chance.OneIn(2) };
        var people = Enumerable.Range(0, HouseholdsInAUnit).Select(index => Household(chance, index, from)).ToList();
        var due = people.SelectMany(person => person.Invitations.SelectMany(invitation => Programmes
            .First(programme => programme.Id == invitation.Programme).Steps
            .Select(step => new RehearsedDue(
                DueTimes.FirstLook(step, person.Person, invitation, rules), person.Person.Id, invitation.Occasion, invitation.Programme, step.Id))));
        return new RehearsalInput(
            rules, Programmes, people, [.. due], [], new Dictionary<(LocalDateTime, string), OccasionId>(), from, Days, ImportsKeepComing: true, new AnyLanguage());
    }

    private static Recipient Household(Chance chance, int index, Instant from)
    {
        var guardian = Some.Guardian();
        var child = Some.Child() with { Id = new ChildId($"c{index}"), BirthDate = Stockholm.LocalOf(from).Date.PlusDays(-chance.Number(100, 600)) };
        return Some.Household(child) with
        {
            Person = guardian with
            {
                Id = new PersonId($"{index:00}"),
                Phone = chance.OneIn(3) ? null : guardian.Phone,
                Email = chance.OneIn(3) ? null : guardian.Email,
                DataAsOf = from,
            },
            Invitations = [.. Enumerable.Range(0, InvitationsToEach).Select(number => Invited(chance, $"o{index}-{number}", child, from))],
        };
    }

    private static Invitation Invited(Chance chance, string occasion, Child child, Instant from)
    {
        var programme = chance.Of(Programmes.AsSpan());
        var starts = Stockholm.LocalOf(from).Date.PlusDays(chance.Number(3, 90)).At(chance.Time());
        return Some.Invitation(child.Id) with
        {
            Occasion = new OccasionId(occasion),
            Programme = programme.Id,
            Starts = starts,
            IsTimed = programme.Occasion.Kind != OccasionKind.Pickup,
            Ends = programme.Occasion.Kind != OccasionKind.Pickup ? null : starts.PlusDays(14),
            Planned = from,
            Answer = chance.Of(Answer.None, Answer.Yes),
            Changed = from + Duration.FromDays(chance.Number(0, 60)),
        };
    }

    private sealed class AnyLanguage : IRehearsedLanguages
    {
        public string Choose(NoticeKey key, string? language) => language ?? "sv";
    }
}
