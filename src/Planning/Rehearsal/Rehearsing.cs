using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Planning.Visits;
using NodaTime;

namespace Notifieringar.Planning.Rehearsal;

/// <summary>The next days as the planner would send them, in memory: the timers' moments, the same planning of visits, the same decision about
/// each notice, the same check when a letter run closes. Everything said is taken as received, and nobody answers.</summary>
public sealed class Rehearsing
{
    private readonly RehearsalInput _input;
    private readonly ImmutableArray<Programme> _byAge;
    private readonly Dictionary<(LocalDateTime, string), OccasionId> _taken;
    private readonly RehearsedPeople _people;
    private readonly Agenda _agenda = new();
    private readonly RehearsedNotices _notices;
    private readonly Instant _end;
    private int _visits;
    private int _withoutSlot;

    private Rehearsing(RehearsalInput input)
    {
        _input = input;
        _byAge = VisitCandidates.ByAge(input.Programmes);
        _taken = input.Taken.ToDictionary();
        _end = Stockholm.MomentOf(Stockholm.LocalOf(input.From).PlusDays(input.Days));
        _people = new RehearsedPeople(input, _end);
        _notices = new RehearsedNotices(input, _people, _agenda);
    }

    /// <summary>Rehearses.</summary>
    /// <param name="input">The unit as it stands.</param>
    /// <returns>What would be said, skipped and handed to staff.</returns>
    public static RehearsalOutcome Of(RehearsalInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var rehearsing = new Rehearsing(input);
        rehearsing.Run();
        return new RehearsalOutcome(
            rehearsing._notices.ToImmutable(),
            rehearsing._visits,
            rehearsing._withoutSlot,
            rehearsing._agenda.CountOfNotices,
            BagNeeds.Of(input.People, input.Rules, Stockholm.LocalOf(input.From).Date));
    }

    private void Run()
    {
        var planning = RehearsalClock.PlanningAfter(_input.From);
        foreach (var due in _input.Due)
        {
            _agenda.AddDue(due, _input.From);
        }

        foreach (var letter in _input.Waiting)
        {
            _agenda.Add(RehearsalClock.SweepAt(Instant.Max(letter.ClosesAt, _input.From)), letter);
        }

        while (true)
        {
            var next = _agenda.Next ?? Instant.MaxValue;
            if (Instant.Min(next, planning) > _end)
            {
                return;
            }

            if (planning <= next)
            {
                Plan(planning);
                planning += Duration.FromDays(1);
            }
            else if (_agenda.Take() is { } item)
            {
                _notices.Handle(item, next);
            }
        }
    }

    private void Plan(Instant now)
    {
        var today = Stockholm.LocalOf(now).Date;
        var plan = VisitPlanner.Plan(new VisitPlanning(_input.Rules, _byAge, _people.Homes(_byAge, _input.Rules, today).ToList(), _people.All, _taken, now));
        foreach (var visit in plan.Visits)
        {
            _taken[(visit.Occasion.Starts, visit.Occasion.Visitors)] = visit.Occasion.Id;
            foreach (var (guest, invitation) in visit.Guests)
            {
                _people.Invite(guest.Person.Id, invitation);
                foreach (var step in visit.Programme.Steps.Where(step => step.IsPlanned))
                {
                    var at = DueTimes.FirstLook(step, guest.Person, invitation, _input.Rules);
                    _agenda.AddDue(new RehearsedDue(at, guest.Person.Id, invitation.Occasion, visit.Programme.Id, step.Id), now);
                }
            }
        }

        _visits += plan.Visits.Length;
        _withoutSlot = plan.WithoutSlot.Length;
    }
}
