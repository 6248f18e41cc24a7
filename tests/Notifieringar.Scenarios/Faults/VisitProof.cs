using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Every visit stands once, where its family believes it stands, with a time that is its own; what was answered is heard.</summary>
internal sealed class VisitProof(FaultVisits visits, IReadOnlyDictionary<PersonId, DateTimeOffset> silenced, StormAnswers answers)
{
    private readonly List<string> _broken = [];

    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<Recipient> people, Tables tables, CancellationToken cancellation)
    {
        var known = people.ToDictionary(person => person.Person.Id);
        var occasions = (await visits.ReadAsync(cancellation)).ToLookup(one => one.Id);
        var slots = await SlotsAsync(tables, cancellation);
        foreach (var family in visits.Families.Select(family => known[family.Person.Id]))
        {
            var invitation = family.Invitations.Single();
            var stands = occasions[invitation.Occasion].ToList();
            if (stands.Count != 1)
            {
                Check(false, $"The visit of {family.Person.Id} stands {stands.Count} times.");
                continue;
            }

            var taken = slots[invitation.Occasion].ToList();
            if (silenced.ContainsKey(family.Person.Id))
            {
                Check(taken.Count == 0, $"{family.Person.Id} is silenced and holds {string.Join(", ", taken)}.");
                continue;
            }

            Agree(family, invitation, stands[0], taken);
            Heard(family, invitation);
        }

        Check(slots.All(slot => occasions.Contains(slot.Key)), "A time is taken by a visit that does not exist.");
        return _broken;
    }

    private void Agree(Recipient family, Invitation invitation, Occasion visit, List<string> taken)
    {
        var id = family.Person.Id;
        var comes = visit.CancelledBy is null && invitation.Answer is not (Answer.No or Answer.Collect);
        Check(invitation.Cancelled == visit.CancelledBy is not null, $"The visit of {id} is called off by {visit.CancelledBy}, and its family's {invitation.Cancelled}.");
        Check(!comes || invitation.Starts == visit.Starts, $"{id} believes in {invitation.Starts}, the visitors in {visit.Starts}.");
        Check(!comes || invitation.Sequence == visit.Sequence, $"{id} has heard of change {invitation.Sequence}, the visit has {visit.Sequence}.");
        Check(!comes || taken is [var one] && one == Keys.Slot(visit.Starts, visit.Visitors), $"The visit of {id} holds {string.Join(", ", taken)}, and is at {Keys.Slot(visit.Starts, visit.Visitors)}.");
        Check(comes || taken.Count == 0, $"Nobody goes to {id}, and {string.Join(", ", taken)} is taken.");
    }

    private void Heard(Recipient family, Invitation invitation)
    {
        var id = family.Person.Id;
        if (answers.Given.TryGetValue(id, out var given))
        {
            Check(invitation.Answer == given, $"{id} said {given}, and the ledger says {invitation.Answer}.");
        }

        if (answers.Rebooked.Contains(id))
        {
            Check((invitation.Answer, invitation.Sequence, invitation.Rebookings) == (Answer.Yes, 1, 1), $"{id} chose another time once, and has {invitation}.");
        }

        Check(!visits.CalledOff.Any(one => one.Person.Id == id) || invitation.Cancelled, $"The visit of {id} was called off and still stands.");
        var moved = visits.Moved.FirstOrDefault(one => one.Person.Id == id);
        Check(moved is null || invitation.Starts == visits.VisitOf(moved).Starts.PlusWeeks(8), $"The visit of {id} was moved and stands at {invitation.Starts}.");
    }

    // What is taken, by visit; what is only held lapses by itself.
    private static async Task<ILookup<OccasionId, string>> SlotsAsync(Tables tables, CancellationToken cancellation)
    {
        var slots = new List<TableEntity>();
        await foreach (var row in (await tables.GetAsync("Slots")).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            slots.Add(row);
        }

        return slots.Where(row => row.GetDateTimeOffset("HeldUntil") is null).ToLookup(row => new OccasionId(row.GetString("Occasion")!), row => row.RowKey);
    }

    private void Check(bool kept, string broken)
    {
        if (!kept)
        {
            _broken.Add(broken);
        }
    }
}
