using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows.Changes;

/// <summary>What an answer means for the meetings of a series. The first meeting that a person is invited to stands for the series: a yes to it
/// joins all that are left, a no to it leaves them all. A no to any other is a no to that one.</summary>
/// <param name="occasions">Occasions.</param>
/// <param name="invitations">Invites.</param>
/// <param name="changing">Changes invitations.</param>
/// <param name="clock">Decides what is coming.</param>
public sealed class SeriesAnswering(OccasionTable occasions, InvitationWriter invitations, InvitationChanging changing, IClock clock)
{
    internal async Task FollowAsync(
        UnitRules rules, Programme programme, Recipient recipient, Invitation invitation, Occasion occasion, CancellationToken cancellation)
    {
        var meetings = Meetings(await occasions.ListAsync(rules.Unit, programme.Id, cancellation).ConfigureAwait(false), occasion);
        if (!IsHead(recipient, invitation, meetings))
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var left = meetings.Where(meeting => meeting.Session > invitation.Session && Stockholm.MomentOf(meeting.Starts) > now);
        if (invitation.Answer == Answer.Yes)
        {
            var each = programme.Steps.Where(step => step.IsPerSession).ToImmutableArray();
            await changing.PutDueAsync(
                rules, programme, recipient.Person, invitation, each.Where(step => step.IsPlanned), cancellation).ConfigureAwait(false);
            foreach (var meeting in left.Where(meeting => meeting.CancelledBy is null))
            {
                await invitations.InviteAsync(rules, programme, recipient, Joined(invitation, meeting, now), each, cancellation).ConfigureAwait(false);
            }
        }

        // Who leaves and comes back comes to all that are left.
        foreach (var meeting in left.Where(_ => invitation.Answer is Answer.Yes or Answer.No))
        {
            await changing.ApplyAsync(
                rules, programme, recipient.Person.Id, meeting.Id, (_, before) => before with { Answer = invitation.Answer }, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The meetings of an occasion's series, in order.</summary>
    internal static ImmutableArray<Occasion> Meetings(IEnumerable<Occasion> all, Occasion occasion) =>
        [.. all.Where(one => (one.Series ?? one.Id) == (occasion.Series ?? occasion.Id)).OrderBy(one => one.Session)];

    /// <summary>Tells whether an invitation stands for the series.</summary>
    internal static bool IsHead(Recipient recipient, Invitation invitation, ImmutableArray<Occasion> meetings) => !recipient.Invitations.Any(other =>
        other.Session > 0 && other.Session < invitation.Session && meetings.Any(meeting => meeting.Id == other.Occasion));

    private static Invitation Joined(Invitation head, Occasion meeting, Instant now) => head with
    {
        Occasion = meeting.Id,
        Starts = meeting.Starts,
        Minutes = meeting.Minutes,
        Ends = meeting.Ends,
        Place = meeting.Place,
        Sequence = meeting.Sequence,
        Session = meeting.Session,
        Sessions = meeting.Sessions,
        Planned = now,
        Changed = null,
        Rebookings = 0,
        Vote = null,
        Answer = Answer.Yes,
    };
}
