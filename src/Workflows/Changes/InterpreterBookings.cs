using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows.Changes;

/// <summary>Keeps the interpreters that are booked with their visits: a booking is an occasion of its own, to which the agency is invited. It looks
/// at the visit as it is now, so that doing it late or twice does the same.</summary>
/// <param name="occasions">Visits and bookings.</param>
/// <param name="people">The families visited.</param>
/// <param name="marks">Where a relative interprets.</param>
/// <param name="placing">Orders changes.</param>
/// <param name="clock">Decides what is coming.</param>
public sealed class InterpreterBookings(OccasionTable occasions, PeopleTable people, HouseholdMarks marks, ChangePlacing placing, IClock clock)
{
    /// <summary>The programme that agencies are written to by.</summary>
    public const string Programme = "tolk";

    // The agency is not told whose doing it was: a silence, a family's answer and staff look the same.
    private const string By = "visit";

    /// <summary>The bookings of a unit that stand.</summary>
    internal async Task<IReadOnlyList<Occasion>> StandingAsync(UnitId unit, CancellationToken cancellation) =>
        [.. (await occasions.ListAsync(unit, Programme, cancellation).ConfigureAwait(false)).Where(booking => booking.CancelledBy is null)];

    /// <summary>Orders what brings the bookings of what has changed together with it.</summary>
    internal Task FollowAsync(UnitRules rules, OccasionChange change, CancellationToken cancellation) => change.Programme == Programme
        ? CatchUpAsync(rules, change, cancellation)
        : FollowAsync(rules, new VisitReference(change.Programme, change.Occasion), cancellation);

    /// <summary>Orders what brings a visit's bookings together with it.</summary>
    internal async Task FollowAsync(UnitRules rules, VisitReference reference, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var bookings = (await StandingAsync(rules.Unit, cancellation).ConfigureAwait(false))
            .Where(booking => booking.Follows == reference && Stockholm.MomentOf(booking.Starts) > now).ToList();
        if (bookings.Count == 0)
        {
            return;
        }

        var visits = await occasions.ListAsync(rules.Unit, reference.Programme, cancellation).ConfigureAwait(false);
        var visit = visits.FirstOrDefault(one => one.Id == reference.Occasion);
        var isNeeded = visit is not null && await IsNeededAsync(rules, visit, cancellation).ConfigureAwait(false);
        foreach (var booking in bookings)
        {
            if (!isNeeded)
            {
                await placing.OrderAsync(Change(booking, ChangeKind.Cancel, now), cancellation).ConfigureAwait(false);
            }
            else if (booking.Starts != visit!.Starts)
            {
                var move = Change(booking, ChangeKind.Move, now) with { To = new NewTime(visit.Starts, Ends: null, Place: null, Visitors: "") };
                await placing.OrderAsync(move, cancellation).ConfigureAwait(false);
            }
        }
    }

    // The visit may have changed again while its booking was on its way to where it had been.
    private async Task CatchUpAsync(UnitRules rules, OccasionChange change, CancellationToken cancellation)
    {
        var standing = await StandingAsync(rules.Unit, cancellation).ConfigureAwait(false);
        if (standing.FirstOrDefault(booking => booking.Id == change.Occasion) is { Follows: { } visit })
        {
            await FollowAsync(rules, visit, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsNeededAsync(UnitRules rules, Occasion visit, CancellationToken cancellation)
    {
        if (visit.CancelledBy is not null
            || (visit.Home is { } home && (await marks.ReadAsync(rules.Unit, Keys.Shard(home, rules.Shards), home, cancellation).ConfigureAwait(false)).RelativeInterprets))
        {
            return false;
        }

        foreach (var guest in visit.Guests)
        {
            var recipient = await people.ReadAsync(rules.Unit, Keys.Shard(guest, rules.Shards), guest, cancellation).ConfigureAwait(false);
            if (recipient?.Invitations.FirstOrDefault(one => one.Occasion == visit.Id) is { } invitation
                && NeverSend.Reason(recipient, invitation) is null
                && !AnswerRules.GivesTimeBack(invitation.Answer))
            {
                return true;
            }
        }

        return false;
    }

    private static OccasionChange Change(Occasion booking, ChangeKind kind, Instant now) => new(
        booking.Unit, ChangeIds.Of(booking), kind, By, now, booking.Programme, booking.Id, booking.Starts, ChangeIds.Next(booking));
}
