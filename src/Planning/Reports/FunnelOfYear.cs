using System.Collections.Immutable;

namespace Notifieringar.Planning.Reports;

/// <summary>A year of a programme's visits as it may be shown: the hidden numbers of a month are not to be had from the other months and the
/// year, nor from one another.</summary>
/// <param name="Months">January to December.</param>
/// <param name="Year">All of them.</param>
public sealed record FunnelOfYear(ImmutableArray<ShownFunnel> Months, ShownFunnel Year)
{
    private const int MonthsInYear = 12;

    /// <summary>Hides what must not be shown.</summary>
    /// <param name="months">The numbers by month, from 1; a month without visits may be left out.</param>
    /// <returns>What may be shown.</returns>
    public static FunnelOfYear Of(IReadOnlyDictionary<int, VisitFunnel> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var numbers = new LinkedNumbers();
        var rows = Enumerable.Range(1, MonthsInYear).Select(month => Placed.In(numbers, months.GetValueOrDefault(month, VisitFunnel.Empty))).ToList();
        var year = Placed.In(numbers, months.Values.Aggregate(VisitFunnel.Empty, VisitFunnel.Add));
        for (var column = 0; column < year.Places.Length; column++)
        {
            numbers.AddUp(year.Places[column], rows.Select(row => row.Places[column]));
        }

        var shown = numbers.Shown();
        return new FunnelOfYear([.. rows.Select(row => row.From(shown))], year.From(shown));
    }

    // What is asked for and not answered, and what is invited to and not visited, is never shown, but closes the sums.
    private sealed record Placed(ImmutableArray<int> Places)
    {
        public static Placed In(LinkedNumbers numbers, VisitFunnel funnel)
        {
            var (invited, reached, noContact) = (numbers.Add(funnel.Invited), numbers.Add(funnel.Reached), numbers.Add(funnel.NoContact));
            var (yes, collected, declined) = (numbers.Add(funnel.Yes), numbers.Add(funnel.Collected), numbers.Add(funnel.Declined));
            var unanswered = numbers.Add(funnel.Reached - funnel.Yes - funnel.Collected - funnel.Declined);
            var (visited, notVisited) = (numbers.Add(funnel.Visited), numbers.Add(funnel.Invited - funnel.Visited));
            numbers.AddUp(invited, [reached, noContact]);
            numbers.AddUp(reached, [yes, collected, declined, unanswered]);
            numbers.AddUp(invited, [visited, notVisited]);
            return new Placed([invited, reached, yes, visited, collected, declined, noContact, unanswered, notVisited]);
        }

        public ShownFunnel From(ImmutableArray<int?> shown) => new(
            shown[Places[0]], shown[Places[1]], shown[Places[2]], shown[Places[3]], shown[Places[4]], shown[Places[5]], shown[Places[6]]);
    }
}
