using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>Children of one home who share one visit: twins get one letter and one visit, not two.</summary>
public static class VisitGroups
{
    private const int DaysApart = 7;

    /// <summary>Groups a home's children for one programme's visits.</summary>
    /// <param name="home">The household where the children are registered.</param>
    /// <param name="audience">The programme's ages.</param>
    /// <param name="today">The day of planning.</param>
    /// <param name="letterLeaves">The first day a letter planned today can leave.</param>
    /// <returns>Groups of living children who are due, oldest first.</returns>
    public static IEnumerable<ImmutableArray<Child>> Of(Recipient home, VisitAudience audience, LocalDate today, LocalDate letterLeaves)
    {
        ArgumentNullException.ThrowIfNull(home);
        var due = home.Children
            .Where(child => child is { LivesHere: true, Deceased: false } && VisitWindow.For(child.BirthDate, audience, today, letterLeaves) is not null)
            .OrderBy(child => child.BirthDate)
            .ThenBy(child => child.Id.Value, StringComparer.Ordinal);
        var group = ImmutableArray.CreateBuilder<Child>();
        foreach (var child in due)
        {
            if (group.Count > 0 && Period.DaysBetween(group[0].BirthDate, child.BirthDate) > DaysApart)
            {
                yield return group.ToImmutable();
                group.Clear();
            }

            group.Add(child);
        }

        if (group.Count > 0)
        {
            yield return group.ToImmutable();
        }
    }
}
