using System.Collections.Immutable;
using Notifieringar.Model;

namespace Notifieringar.Planning.Reports;

/// <summary>How far a programme's visits came, counted by visit: two guardians and two twins are one. Protected families and those where a child or
/// the addressee has died are in none of the numbers, and how many they are is nowhere told.</summary>
/// <param name="Invited">Visits that a home has been invited to.</param>
/// <param name="Reached">Of those, where something came to somebody, or somebody answered.</param>
/// <param name="Yes">Of the reached, where the answer is yes.</param>
/// <param name="Visited">Visits that staff have said took place; a part of the invited.</param>
/// <param name="Collected">Of the reached, where the answer is to collect at the library.</param>
/// <param name="Declined">Of the reached, where the answer is no.</param>
/// <param name="NoContact">Of the invited, where nothing came to anybody.</param>
public sealed record VisitFunnel(int Invited, int Reached, int Yes, int Visited, int Collected, int Declined, int NoContact)
{
    /// <summary>No visits.</summary>
    public static VisitFunnel Empty { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Adds visits of another part.</summary>
    public static VisitFunnel operator +(VisitFunnel one, VisitFunnel other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new VisitFunnel(
            one.Invited + other.Invited,
            one.Reached + other.Reached,
            one.Yes + other.Yes,
            one.Visited + other.Visited,
            one.Collected + other.Collected,
            one.Declined + other.Declined,
            one.NoContact + other.NoContact);
    }

    /// <summary>Adds visits of another part.</summary>
    /// <param name="one">One part.</param>
    /// <param name="other">The other.</param>
    /// <returns>Both.</returns>
    public static VisitFunnel Add(VisitFunnel one, VisitFunnel other) => one + other;

    /// <summary>Counts.</summary>
    /// <param name="people">All people of the unit, or of a part of it.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="visited">The occasions that staff have said took place.</param>
    /// <returns>The numbers, for people who may see every family; <see cref="ShownFunnel"/> is for reports.</returns>
    public static VisitFunnel Of(IEnumerable<Recipient> people, string programme, IReadOnlySet<OccasionId> visited)
    {
        ArgumentNullException.ThrowIfNull(people);
        var tally = new VisitTally(ImmutableHashSet.Create(programme));
        foreach (var recipient in people)
        {
            tally.Add(recipient);
        }

        return tally.Of(programme, visited).Values.Aggregate(Empty, Add);
    }

    internal static VisitFunnel OfOne(bool isReached, Answer answer, bool isVisited) => new(
        1,
        isReached ? 1 : 0,
        answer == Answer.Yes ? 1 : 0,
        isVisited ? 1 : 0,
        answer == Answer.Collect ? 1 : 0,
        answer == Answer.No ? 1 : 0,
        isReached ? 0 : 1);
}
