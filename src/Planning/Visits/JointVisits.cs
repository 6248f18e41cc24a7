using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>One visit in place of two to the same home within two weeks: same slot, the children of both, and the oldest child's programme
/// leads: its texts, its length, its reminders. The younger child's own visit counts as planned with it.</summary>
internal static class JointVisits
{
    /// <summary>Visits that would begin at most this many days apart become one.</summary>
    public const int DaysApart = 14;

    /// <summary>Joins one home's visits, of which some may be near and not due.</summary>
    /// <returns>Those that are due, each with what it has been joined with.</returns>
    public static IEnumerable<VisitCandidate> Join(IEnumerable<VisitCandidate> ofOneHome)
    {
        var left = ofOneHome.OrderByDescending(visit => visit.Programme.Audience.Visits!.AgeMonths).ToList();
        while (left.Count > 0)
        {
            var joint = left[0];
            left.RemoveAt(0);
            while (left.FirstOrDefault(other => IsNear(joint, other)) is { } near)
            {
                left.Remove(near);
                joint = Joined(joint, near);
            }

            if (joint.IsDue)
            {
                yield return joint;
            }
        }
    }

    private static bool IsNear(VisitCandidate leading, VisitCandidate other) =>
        leading.Programme != other.Programme
        && Math.Abs(Period.DaysBetween(leading.Window.First, other.Window.First)) <= DaysApart
        && LocalDate.Max(leading.Window.First, other.Window.First) <= LocalDate.Min(leading.Window.Deadline, other.Window.Deadline);

    private static VisitCandidate Joined(VisitCandidate leading, VisitCandidate other)
    {
        var first = LocalDate.Max(leading.Window.First, other.Window.First);
        var last = LocalDate.Max(first, LocalDate.Min(leading.Window.Last, other.Window.Last));
        return leading with
        {
            Children = leading.Children.AddRange(other.Children),
            Window = new VisitWindow(first, last, LocalDate.Min(leading.Window.Deadline, other.Window.Deadline)),
            IsDue = leading.IsDue || other.IsDue,
        };
    }
}
