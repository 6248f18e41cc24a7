using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Calendar;

/// <summary>When a channel may be used: SMS and e-mail outside quiet hours on days that are not free; letters and
/// phone calls on working days.</summary>
public static class SendingHours
{
    private const int LongestClosure = 120;

    // What is due is swept every five minutes: in the last minute before quiet hours it would be swept too late.
    private const int SweepMinutes = 15;
    private static readonly LocalTime UrgentFrom = new(7, 0);
    private static readonly LocalTime UrgentTo = new(20, 0);

    /// <summary>Tells whether something may be sent at a local time.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="local">Local time.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="isUrgent">True for what may be said from 7 to 20 on any day: a visit that is called off today.</param>
    /// <returns>True when allowed.</returns>
    public static bool Allow(Channel channel, LocalDateTime local, UnitRules rules, bool isUrgent = false)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return isUrgent && IsMessage(channel) ? local.TimeOfDay >= UrgentFrom && local.TimeOfDay < UrgentTo
            : AllowsDay(channel, local.Date, rules)
                && (!IsMessage(channel) || (local.TimeOfDay >= rules.QuietTo && local.TimeOfDay < rules.QuietFrom));
    }

    /// <summary>The first allowed time at or after a local time.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="local">Local time.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="isUrgent">True for what may be said from 7 to 20 on any day.</param>
    /// <returns>Local time.</returns>
    public static LocalDateTime AtOrAfter(Channel channel, LocalDateTime local, UnitRules rules, bool isUrgent = false)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (Allow(channel, local, rules, isUrgent))
        {
            return local;
        }

        if (isUrgent && IsMessage(channel))
        {
            return (local.TimeOfDay < UrgentFrom ? local.Date : local.Date.PlusDays(1)).At(UrgentFrom);
        }

        var opens = IsMessage(channel) ? rules.QuietTo : LocalTime.Midnight;
        var day = AllowsDay(channel, local.Date, rules) && local.TimeOfDay < opens ? local.Date : local.Date.PlusDays(1);
        return FirstAllowed(channel, day, 1, rules).At(opens);
    }

    /// <summary>The last allowed time at or before a local time, for notices that must not come later than planned.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="local">Local time.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="isUrgent">True for what may be said from 7 to 20 on any day.</param>
    /// <returns>Local time; on an earlier day the same time of day, kept inside the allowed hours.</returns>
    public static LocalDateTime AtOrBefore(Channel channel, LocalDateTime local, UnitRules rules, bool isUrgent = false)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (Allow(channel, local, rules, isUrgent))
        {
            return local;
        }

        if (isUrgent && IsMessage(channel))
        {
            return (local.TimeOfDay < UrgentFrom ? local.Date.PlusDays(-1) : local.Date).At(UrgentTo.PlusMinutes(-SweepMinutes));
        }

        if (!IsMessage(channel))
        {
            return FirstAllowed(channel, local.Date, -1, rules).At(local.TimeOfDay);
        }

        var last = LastTime(rules);
        var tooEarly = local.TimeOfDay < rules.QuietTo;
        var day = FirstAllowed(channel, tooEarly ? local.Date.PlusDays(-1) : local.Date, -1, rules);
        return day.At(tooEarly || local.TimeOfDay > last ? last : local.TimeOfDay);
    }

    private static LocalTime LastTime(UnitRules rules) =>
        Period.Between(rules.QuietTo, rules.QuietFrom, PeriodUnits.Minutes).Minutes > SweepMinutes ? rules.QuietFrom.PlusMinutes(-SweepMinutes) : rules.QuietTo;

    private static bool AllowsDay(Channel channel, LocalDate day, UnitRules rules) => IsMessage(channel)
        ? !RedDays.IsFree(day)
        : RedDays.IsWorkingDay(day) && !IsClosed(day, rules);

    // Letters and phone calls are staff's work, by day.
    private static bool IsMessage(Channel channel) => channel is Channel.Sms or Channel.Email;

    /// <summary>Tells whether the unit is closed a day.</summary>
    internal static bool IsClosed(LocalDate day, UnitRules rules) => rules.Closed.Any(period => period.From <= day && day <= period.To);

    private static LocalDate FirstAllowed(Channel channel, LocalDate from, int step, UnitRules rules)
    {
        var day = from;
        for (var tried = 0; tried < LongestClosure; tried++, day = day.PlusDays(step))
        {
            if (AllowsDay(channel, day, rules))
            {
                return day;
            }
        }

        throw new InvalidOperationException($"The unit's rules close {channel} for more than {LongestClosure} days in a row; check its closed periods.");
    }
}
