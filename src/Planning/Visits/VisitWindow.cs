using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>The days on which a child's visit should take place.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day it should be.</param>
/// <param name="Deadline">The last day it may be at all, when no slot is free before <paramref name="Last"/>.</param>
public sealed record VisitWindow(LocalDate First, LocalDate Last, LocalDate Deadline)
{
    /// <summary>Computes the window as it looks on a given day.</summary>
    /// <param name="birthDate">The child's birth date.</param>
    /// <param name="audience">The programme's ages and days.</param>
    /// <param name="today">The day of planning.</param>
    /// <param name="letterLeaves">The first day a letter planned today can leave: families get their notice from then.</param>
    /// <returns>The window; null when it is too early to plan or the child is too old for this visit.</returns>
    public static VisitWindow? For(LocalDate birthDate, VisitAudience audience, LocalDate today, LocalDate letterLeaves)
    {
        ArgumentNullException.ThrowIfNull(audience);
        var ofAge = birthDate.PlusMonths(audience.AgeMonths);
        var deadline = birthDate.PlusMonths(audience.EndsAtMonths).PlusDays(-1);
        var earliest = letterLeaves.PlusDays(audience.NoticeDays);
        if (today < ofAge.PlusDays(-audience.LeadDays) || earliest > deadline)
        {
            return null;
        }

        var first = LocalDate.Max(ofAge.PlusDays(-audience.EarliestDays), earliest);
        return new VisitWindow(first, LocalDate.Max(ofAge.PlusDays(audience.LatestDays), first), deadline);
    }
}
