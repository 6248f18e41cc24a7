using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Planning.Visits;
using NodaTime;

namespace Notifieringar.Planning.Rehearsal;

/// <summary>The people of a rehearsal, with what has been said to them in it.</summary>
internal sealed class RehearsedPeople
{
    private readonly Dictionary<PersonId, Recipient> _people = [];

    public RehearsedPeople(RehearsalInput input, Instant end)
    {
        foreach (var recipient in input.People.OrderBy(recipient => recipient.Person.Id))
        {
            var isConfirmed = input.ImportsKeepComing && !Freshness.IsStale(recipient.Person, input.Rules, input.From);
            _people[recipient.Person.Id] = isConfirmed ? recipient with { Person = recipient.Person with { DataAsOf = end } } : recipient;
        }
    }

    public IReadOnlyDictionary<PersonId, Recipient> All => _people;

    public Recipient? Find(PersonId person) => _people.GetValueOrDefault(person);

    /// <summary>The homes of children born in a period.</summary>
    public IEnumerable<Recipient> Homes(ImmutableArray<Programme> byAge, UnitRules rules, LocalDate today)
    {
        if (byAge.IsEmpty)
        {
            return [];
        }

        var (from, to) = VisitCandidates.BornBetween(byAge, rules, today);
        return _people.Values.Where(recipient => recipient.Children.Any(child =>
            child is { LivesHere: true, Deceased: false } && from <= child.BirthDate && child.BirthDate <= to));
    }

    public void Invite(PersonId person, Invitation invitation)
    {
        var recipient = _people[person];
        _people[person] = recipient with { Invitations = recipient.Invitations.Add(invitation) };
    }

    public void Put(PersonId person, Notice notice)
    {
        var recipient = _people[person];
        var before = recipient.Notices.FirstOrDefault(one => one.Key == notice.Key);
        _people[person] = recipient with { Notices = before is null ? recipient.Notices.Add(notice) : recipient.Notices.Replace(before, notice) };
    }
}
