using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Lays visits into the unit's visit days and slots, never on a free or closed day.</summary>
public static class VisitSlots
{
    /// <summary>All slots of a window in order of time, then pair.</summary>
    /// <param name="window">The days wanted.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>Slots from the first day to the deadline, free or not.</returns>
    public static IEnumerable<VisitSlot> Of(VisitWindow window, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(rules);
        for (var day = window.First; day <= window.Deadline; day = day.PlusDays(1))
        {
            if (!IsVisitDay(day, rules))
            {
                continue;
            }

            foreach (var time in rules.SlotTimes)
            {
                foreach (var visitors in rules.Visitors)
                {
                    yield return new VisitSlot(day.At(time), visitors);
                }
            }
        }
    }

    /// <summary>Tells whether visits are made a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>True on the unit's visit days that are neither free nor closed.</returns>
    public static bool IsVisitDay(LocalDate day, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.VisitDays.Contains(day.DayOfWeek) && !RedDays.IsFree(day) && !SendingHours.IsClosed(day, rules);
    }
}
