namespace Notifieringar.Planning.Reports;

/// <summary>A funnel as it may be shown: numbers from one to four are hidden, because in a small municipality they are somebody; and so is what
/// they could be counted back from.</summary>
/// <param name="Invited">Null when hidden, as all of them.</param>
/// <param name="Reached">Of the invited.</param>
/// <param name="Yes">Of the reached.</param>
/// <param name="Visited">Of the invited.</param>
/// <param name="Collected">Of the reached.</param>
/// <param name="Declined">Of the reached.</param>
/// <param name="NoContact">Of the invited.</param>
public sealed record ShownFunnel(int? Invited, int? Reached, int? Yes, int? Visited, int? Collected, int? Declined, int? NoContact)
{
    /// <summary>Yes and collected of the reached, from 0 to 1; null when one of the numbers is hidden or nobody was reached.</summary>
    public double? Acceptance => Yes + Collected is { } welcome && Reached is > 0 and { } reached ? (double)welcome / reached : null;

    /// <summary>Visited of the invited, from 0 to 1; null when one of the numbers is hidden or nobody was invited.</summary>
    public double? VisitedShare => Visited is { } visited && Invited is > 0 and { } invited ? (double)visited / invited : null;

    /// <summary>Hides what must not be shown.</summary>
    /// <param name="funnel">The numbers.</param>
    /// <returns>What may be shown.</returns>
    public static ShownFunnel Of(VisitFunnel funnel)
    {
        ArgumentNullException.ThrowIfNull(funnel);
        if (SmallNumbers.IsSmall(funnel.Invited))
        {
            return new ShownFunnel(null, null, null, null, null, null, null);
        }

        // What is asked for and not yet answered closes the sum: it is never shown, but counts as a part.
        var unanswered = funnel.Reached - funnel.Yes - funnel.Collected - funnel.Declined;
        var reached = SmallNumbers.Shown(funnel.Reached, funnel.NoContact);
        var answers = SmallNumbers.Shown(funnel.Yes, funnel.Collected, funnel.Declined, unanswered);
        return new ShownFunnel(
            funnel.Invited,
            reached[0],
            answers[0],
            SmallNumbers.IsSmall(funnel.Visited) || SmallNumbers.IsSmall(funnel.Invited - funnel.Visited) ? null : funnel.Visited,
            answers[1],
            answers[2],
            reached[1]);
    }
}
