using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>When a letter planned today can leave, and when the next day's can.</summary>
/// <param name="Today">The day of planning.</param>
/// <param name="First">The first day a letter planned today can leave.</param>
/// <param name="Next">The first day a letter planned after today can leave.</param>
internal sealed record LetterDays(LocalDate Today, LocalDate First, LocalDate Next)
{
    // Weekends and Easter are shorter: nobody hears earlier because of them.
    private const int ShortestClosure = 7;

    public static LetterDays Of(LocalDate today, UnitRules rules) => new(
        today,
        SendingHours.AtOrAfter(Channel.Letter, today.AtMidnight(), rules).Date,
        SendingHours.AtOrAfter(Channel.Letter, today.PlusDays(1).AtMidnight(), rules).Date);

    /// <summary>True on the last day before the library closes, when the family would otherwise hear only after it and have its visit late.</summary>
    public bool MustLeaveBefore(LocalDate birthDate, VisitAudience visits)
    {
        var ofAge = birthDate.PlusMonths(visits.AgeMonths);
        return First == Today
            && Period.DaysBetween(Today, Next) > ShortestClosure
            && ofAge.PlusDays(-visits.LeadDays) < Next
            && ofAge.PlusDays(-visits.EarliestDays) < Next.PlusDays(visits.NoticeDays);
    }
}
