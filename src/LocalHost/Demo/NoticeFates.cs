using Notifieringar.Model;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Where a planned notice ended.</summary>
internal enum NoticePlace
{
    Said,
    Skipped,
    Listed,
    WaitingForRun,
    ToCome,

    /// <summary>Its time has passed and it still stands in Work.</summary>
    Overdue,

    /// <summary>Said on two channels.</summary>
    SaidTwice,

    /// <summary>Nowhere.</summary>
    Lost,
}

/// <summary>Where a planned notice ended, and why or how.</summary>
internal sealed record NoticeFate(NoticePlace Place, SkipReason? Reason = null, Notice? Notice = null);

/// <summary>Finds each planned notice in the ledger, on staff's list or in Work.</summary>
internal sealed class NoticeFates(DemoFacts facts)
{
    private readonly Dictionary<(PersonId, NoticeKey), SkipReason> _listed =
        facts.Listed.ToDictionary(listed => (listed.Person, listed.Key), listed => listed.Reason);

    private readonly HashSet<(PersonId, NoticeKey)> _waiting = [.. facts.Waiting.Select(letter => (letter.Person, letter.Key))];

    private readonly ILookup<(PersonId, OccasionId, string), NodaTime.Instant> _due =
        facts.Due.ToLookup(due => (due.Person, due.Occasion, due.Step), due => due.DueAt);

    public NoticeFate Of(PlannedNotice planned)
    {
        var rows = planned.Rows.ToList();
        var said = rows.Where(SaidCounts.IsSaid).ToList();
        if (said.Count > 0)
        {
            return new NoticeFate(said.Count == 1 ? NoticePlace.Said : NoticePlace.SaidTwice, Notice: said[0]);
        }

        if (rows.FirstOrDefault(row => row.State == NoticeState.Skipped) is { } skipped)
        {
            return new NoticeFate(NoticePlace.Skipped, skipped.SkipReason);
        }

        // A refusal ends on the list too, with the refused row left as it is.
        foreach (var row in rows)
        {
            if (_listed.TryGetValue((planned.Person, row.Key), out var reason))
            {
                return new NoticeFate(NoticePlace.Listed, reason);
            }
        }

        if (rows.Any(row => _waiting.Contains((planned.Person, row.Key))))
        {
            return new NoticeFate(NoticePlace.WaitingForRun);
        }

        var due = _due[(planned.Person, planned.Invitation.Occasion, planned.Step)].ToList();
        return new NoticeFate(due.Count == 0 ? NoticePlace.Lost : due.Min() > facts.Period.End ? NoticePlace.ToCome : NoticePlace.Overdue);
    }
}
