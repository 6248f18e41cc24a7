using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>When the next letter run of a unit closes.</summary>
internal static class LetterRunTime
{
    /// <summary>The run a letter claimed now goes with: today's if it is still open, else that of the next working day.</summary>
    public static (LocalDate RunDate, Instant ClosesAt) Next(Instant now, UnitRules rules)
    {
        var local = Stockholm.LocalOf(now);
        var from = local.TimeOfDay < rules.LetterRunAt ? local.Date : local.Date.PlusDays(1);
        var day = SendingHours.AtOrAfter(Channel.Letter, from.At(rules.LetterRunAt), rules).Date;
        return (day, Stockholm.MomentOf(day.At(rules.LetterRunAt)));
    }
}
