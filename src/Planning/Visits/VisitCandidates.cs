using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>The visits a home should have by the ages of its children, the programmes' audiences and the unit's areas.</summary>
public static class VisitCandidates
{
    // A family that comes so late that its first visit would be this near to the second gets the second only.
    private const int DaysBeforeNext = 90;

    private const int TwinDays = 7;

    /// <summary>The programmes with visits by age.</summary>
    /// <param name="programmes">All programmes.</param>
    /// <returns>In order of age.</returns>
    public static ImmutableArray<Programme> ByAge(IEnumerable<Programme> programmes) =>
        [.. programmes.Where(programme => programme.Audience.Visits is not null).OrderBy(programme => programme.Audience.Visits!.AgeMonths)];

    /// <summary>The birth dates among which planning finds everybody; the windows decide exactly.</summary>
    /// <param name="byAge">Programmes with visits, in order of age; at least one.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="today">The day of planning.</param>
    /// <returns>The first and the last birth date.</returns>
    public static (LocalDate From, LocalDate To) BornBetween(ImmutableArray<Programme> byAge, UnitRules rules, LocalDate today)
    {
        var until = LocalDate.Max(today, LetterDays.Of(today, rules).Next);
        return (
            byAge.Min(programme => today.PlusMonths(-programme.Audience.Visits!.EndsAtMonths)),
            byAge.Max(programme => until.PlusDays(programme.Audience.Visits!.LeadDays + 3).PlusMonths(-programme.Audience.Visits!.AgeMonths)));
    }

    /// <summary>The visits a home should be invited to now.</summary>
    /// <param name="home">The home.</param>
    /// <param name="byAge">Programmes with visits, in order of age.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="today">The day of planning.</param>
    /// <param name="others">The children's other households; none to find out whether a home is worth reading them for.</param>
    /// <returns>Visits that are due, joint where they are near each other, and those for staff to merge.</returns>
    public static (ImmutableArray<VisitCandidate> Due, ImmutableArray<VisitCandidate> ToMerge) Of(
        Recipient home, ImmutableArray<Programme> byAge, UnitRules rules, LocalDate today, params IEnumerable<Recipient> others)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(rules);
        return Of(home, byAge, rules, LetterDays.Of(today, rules), others);
    }

    internal static (ImmutableArray<VisitCandidate> Due, ImmutableArray<VisitCandidate> ToMerge) Of(
        Recipient home, ImmutableArray<Programme> byAge, UnitRules rules, LetterDays days, IEnumerable<Recipient> others)
    {
        if (!IsInArea(home.Person.Address, rules))
        {
            return ([], []);
        }

        var open = new List<VisitCandidate>();
        var toMerge = ImmutableArray.CreateBuilder<VisitCandidate>();
        foreach (var programme in byAge)
        {
            foreach (var visit in Groups(home, programme, days).Where(visit => !IsTakenOver(visit, byAge)))
            {
                var invited = visit.Children.Count(child => VisitHistory.IsInvited(home, child, programme, byAge));
                if (invited == 0 && (rules.AsksAgainAfterNo || !visit.Children.Any(child => VisitHistory.HasDeclined([home, .. others], child, byAge))))
                {
                    open.Add(visit);
                }
                else if (invited > 0 && invited < visit.Children.Length && visit.IsDue)
                {
                    toMerge.Add(visit);
                }
            }
        }

        return ([.. JointVisits.Join(open)], toMerge.ToImmutable());
    }

    // Looks ahead by as many days as visits may be apart and still be one: also twins of different days are then one group from the start.
    private static IEnumerable<VisitCandidate> Groups(Recipient home, Programme programme, LetterDays days)
    {
        var visits = programme.Audience.Visits!;
        var ahead = LocalDate.Max(days.Today.PlusDays(JointVisits.DaysApart), days.Next);
        foreach (var group in VisitGroups.Of(home, visits, ahead, days.First))
        {
            var children = programme.Audience.FirstChildOnly ? group.RemoveAll(child => HasOlderSibling(home, child)) : group;
            if (children is [var oldest, ..])
            {
                var window = VisitWindow.For(oldest.BirthDate, visits, ahead, days.First)!;
                var isDue = VisitWindow.For(oldest.BirthDate, visits, days.Today, days.First) is not null || days.MustLeaveBefore(oldest.BirthDate, visits);
                yield return new VisitCandidate(home, programme, children, window, isDue);
            }
        }
    }

    // Of a child who has died nothing is inferred, here as everywhere.
    private static bool HasOlderSibling(Recipient home, Child child) =>
        home.Children.Any(other => !other.Deceased && Period.DaysBetween(other.BirthDate, child.BirthDate) > TwinDays);

    private static bool IsTakenOver(VisitCandidate visit, ImmutableArray<Programme> byAge)
    {
        var next = byAge.FirstOrDefault(programme => programme.Audience.Visits!.AgeMonths > visit.Programme.Audience.Visits!.AgeMonths);
        return next is { Audience.Visits: { } visits }
            && visit.Window.First > visit.Children[0].BirthDate.PlusMonths(visits.AgeMonths).PlusDays(-DaysBeforeNext);
    }

    private static bool IsInArea(PostalAddress? address, UnitRules rules) =>
        rules.VisitAreas.IsDefaultOrEmpty
        || address is not { HasPostalCode: true, IsForeign: false, PostalCode: { } code }
        || rules.VisitAreas.Any(area => code.StartsWith(area, StringComparison.Ordinal));
}
