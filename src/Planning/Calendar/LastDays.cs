using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Calendar;

/// <summary>The last day something is kept to be collected: a day on which the library is open.</summary>
public static class LastDays
{
    private const int LongestClosure = 366;

    /// <summary>The last day.</summary>
    /// <param name="ready">The day it was ready.</param>
    /// <param name="keepDays">How many days it is kept.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>That many days later; when that day is free or closed, the next open one.</returns>
    public static LocalDate Of(LocalDate ready, int keepDays, UnitRules rules) => OpenFrom(ready.PlusDays(keepDays), rules);

    /// <summary>A day, or the next open one: what must be collected by a day that turns out closed may be collected longer.</summary>
    /// <param name="day">The day.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>The first day from then on that is neither free nor closed.</returns>
    public static LocalDate OpenFrom(LocalDate day, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        for (var tried = 0; tried < LongestClosure; tried++, day = day.PlusDays(1))
        {
            if (!RedDays.IsFree(day) && !SendingHours.IsClosed(day, rules))
            {
                return day;
            }
        }

        throw new InvalidOperationException("The unit's rules close the library for a year; check its closed periods.");
    }
}
