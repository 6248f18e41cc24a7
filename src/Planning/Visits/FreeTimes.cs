using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Other times that a family can choose for its visit.</summary>
/// <param name="Times">The times, best first.</param>
/// <param name="None">Why there are none; null when there are some.</param>
public sealed record OtherTimes(ImmutableArray<VisitSlot> Times, SkipReason? None);

/// <summary>Finds the free times nearest to a visit. A family that chooses for itself needs no days of notice but tomorrow.</summary>
public static class FreeTimes
{
    private const int Most = 6;

    /// <summary>Chooses.</summary>
    /// <param name="present">The time that the visit has, or had.</param>
    /// <param name="birthDate">The oldest child's birth date.</param>
    /// <param name="audience">The programme's ages.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="today">The day of choosing.</param>
    /// <param name="isTaken">Tells whether a slot is taken, or held by another family.</param>
    /// <returns>At most six times, none of them the present one: the same pair of visitors first, then the nearest.</returns>
    public static OtherTimes Near(
        VisitSlot present, LocalDate birthDate, VisitAudience audience, UnitRules rules, LocalDate today, Func<VisitSlot, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(isTaken);
        var ofAge = birthDate.PlusMonths(audience.AgeMonths);
        var first = LocalDate.Max(ofAge.PlusDays(-audience.EarliestDays), today.PlusDays(1));
        var deadline = birthDate.PlusMonths(audience.EndsAtMonths).PlusDays(-1);
        if (first > deadline)
        {
            return new OtherTimes([], SkipReason.TooOldForVisit);
        }

        // Two pairs at the same time are one time to a family.
        var free = VisitSlots.Of(new VisitWindow(first, deadline, deadline), rules)
            .Where(slot => slot.Starts != present.Starts && !isTaken(slot))
            .OrderBy(slot => slot.Visitors == present.Visitors ? 0 : 1)
            .ThenBy(slot => Distance(slot.Starts, present.Starts))
            .ThenBy(slot => slot.Starts)
            .DistinctBy(slot => slot.Starts)
            .Take(Most)
            .ToImmutableArray();
        return new OtherTimes(free, free.IsEmpty ? SkipReason.NoFreeTime : null);
    }

    private static long Distance(LocalDateTime one, LocalDateTime other) =>
        Math.Abs(Period.Between(one, other, PeriodUnits.Minutes).Minutes);
}
