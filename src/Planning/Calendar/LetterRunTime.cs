using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Calendar;

/// <summary>When the next letter run of a unit closes.</summary>
public static class LetterRunTime
{
    /// <summary>The run a letter claimed at a moment goes with: that day's if it is still open, else that of the next working day.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>The run's date, and when it closes.</returns>
    public static (LocalDate RunDate, Instant ClosesAt) Next(Instant now, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var local = Stockholm.LocalOf(now);
        var from = local.TimeOfDay < rules.LetterRunAt ? local.Date : local.Date.PlusDays(1);
        var day = SendingHours.AtOrAfter(Channel.Letter, from.At(rules.LetterRunAt), rules).Date;
        return (day, Stockholm.MomentOf(day.At(rules.LetterRunAt)));
    }
}
