using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Calendar;

/// <summary>Days on which something can be collected at the library.</summary>
public static class OpenDays
{
    private const int LongestClosure = 120;

    /// <summary>The first open day at or after a day. A unit's rules name closed days, not opening hours: Saturdays and free days count as
    /// closed, so that a last day is never promised on one.</summary>
    /// <param name="day">The day.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>A working day on which the unit is not closed.</returns>
    /// <exception cref="InvalidOperationException">The unit is closed for months.</exception>
    public static LocalDate AtOrAfter(LocalDate day, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        for (var tried = 0; tried < LongestClosure; tried++, day = day.PlusDays(1))
        {
            if (RedDays.IsWorkingDay(day) && !SendingHours.IsClosed(day, rules))
            {
                return day;
            }
        }

        throw new InvalidOperationException($"The unit's rules close it for more than {LongestClosure} days in a row; check its closed periods.");
    }
}
