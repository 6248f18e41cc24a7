using NodaTime;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Tests.Planning.Visits;

/// <summary>Plans both home visits as on one day.</summary>
internal static class SomePlanning
{
    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Recipient Home(string id, params Child[] children) =>
        Some.Household(children) with { Person = Some.Guardian() with { Id = new PersonId(id) } };

    public static VisitPlan Plan(string today, params IEnumerable<Recipient> homes) => Plan(today, Some.Rules(), homes);

    /// <summary>Every household is a home, and every household can be another's other.</summary>
    public static VisitPlan Plan(string today, UnitRules rules, params IEnumerable<Recipient> homes)
    {
        var all = homes.ToList();
        return VisitPlanner.Plan(new VisitPlanning(
            rules,
            [Some.Programme(), Some.SecondVisit()],
            all,
            all.ToDictionary(home => home.Person.Id),
            new Dictionary<(LocalDateTime, string), OccasionId>(),
            Stockholm.MomentOf(Day(today).At(new LocalTime(4, 0)))));
    }

    /// <summary>The household after a night's planning.</summary>
    public static Recipient After(VisitPlan plan, Recipient home) => home with
    {
        Invitations = home.Invitations.AddRange(plan.Visits.SelectMany(visit => visit.Guests)
            .Where(guest => guest.Recipient.Person.Id == home.Person.Id)
            .Select(guest => guest.Invitation)),
    };
}
