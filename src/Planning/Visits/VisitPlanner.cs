using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Plans the visits of a unit: pure, so that the night's planning and the rehearsal agree. Every occasion's id is derived, so that
/// planning again after a crash gives the same visits in the same slots.</summary>
public static class VisitPlanner
{
    /// <summary>Plans.</summary>
    /// <param name="planning">What to plan from.</param>
    /// <returns>Visits in order of their deadlines: who has the fewest days left chooses first.</returns>
    public static VisitPlan Plan(VisitPlanning planning)
    {
        ArgumentNullException.ThrowIfNull(planning);
        var byAge = VisitCandidates.ByAge(planning.Programmes);
        var days = LetterDays.Of(Stockholm.LocalOf(planning.Now).Date, planning.Rules);
        var slots = new FreeSlots(planning.Rules, planning.Taken);
        var (visits, silenced, withoutSlot) = (new List<PlannedVisit>(), new List<VisitCandidate>(), new List<VisitCandidate>());
        var found = planning.Homes.Select(home => VisitCandidates.Of(home, byAge, planning.Rules, days, LinkedTo(home, planning.Others))).ToList();
        foreach (var visit in found.SelectMany(one => one.Due).OrderBy(visit => visit.Window.Deadline).ThenBy(visit => visit.Home.Person.Id))
        {
            var others = LinkedTo(visit.Home, planning.Others)
                .Where(other => other.Children.Any(child => visit.Children.Any(wanted => wanted.Id == child.Id)))
                .ToList();
            var id = IdOf(planning.Rules.Unit, visit);
            if (IsSilenced(visit.Home) || others.Any(IsProtected))
            {
                silenced.Add(visit); // protected families are met by hand, the others not at all
            }
            else if (slots.Take(visit.Window, id) is { } slot)
            {
                visits.Add(Planned(planning, visit, id, slot, others));
            }
            else
            {
                withoutSlot.Add(visit);
            }
        }

        return new VisitPlan([.. visits], [.. silenced], [.. withoutSlot], [.. found.SelectMany(one => one.ToMerge)]);
    }

    /// <summary>The id of the occasion a visit becomes.</summary>
    internal static OccasionId IdOf(UnitId unit, VisitCandidate visit)
    {
        var children = string.Join('~', visit.Children.Select(child => child.Id.Value).Order(StringComparer.Ordinal));
        return new OccasionId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{unit}~{visit.Programme.Id}~{children}")))[..24]);
    }

    private static IEnumerable<Recipient> LinkedTo(Recipient home, IReadOnlyDictionary<PersonId, Recipient> others) =>
        home.Links.IsEmpty ? [] : home.Links.Where(others.ContainsKey).Select(link => others[link]);

    // Each guardian answers with a code of their own; one who is silenced alone, or has lost custody, is not invited.
    private static PlannedVisit Planned(VisitPlanning planning, VisitCandidate visit, OccasionId id, VisitSlot slot, List<Recipient> others)
    {
        var rules = planning.Rules;
        ImmutableArray<Recipient> guests = [visit.Home, .. others.Where(other => !IsSilenced(other))];
        var occasion = new Occasion(
            id,
            rules.Unit,
            visit.Programme.Id,
            slot.Starts,
            visit.Programme.Occasion.Minutes,
            slot.Visitors,
            visit.Home.Person.Id,
            [.. guests.Select(guest => guest.Person.Id)]);
        return new PlannedVisit(
            visit.Programme,
            occasion,
            [.. guests.Select(guest => new VisitGuest(guest, InvitationOf(occasion, visit, guest, planning.Now)))]);
    }

    private static Invitation InvitationOf(Occasion occasion, VisitCandidate visit, Recipient guest, Instant now) => new(
        occasion.Id,
        occasion.Programme,
        occasion.Starts,
        occasion.Minutes,
        [.. visit.Children.Select(child => child.Id)],
        guest.Person.Id == occasion.Home,
        Sequence: 0,
        now,
        Answer.None);

    private static bool IsSilenced(Recipient household) => household.Person.Silences != Silences.None || IsProtected(household);

    private static bool IsProtected(Recipient household) =>
        household.Person.Silences.HasFlag(Silences.Protected) || household.Person.Address is { IsForwardingOfProtected: true };
}
