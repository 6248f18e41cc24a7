using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;

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
    /// <summary>Counts.</summary>
    /// <param name="people">All people of the unit, or of a part of it.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="visited">The occasions that staff have said took place.</param>
    /// <returns>The numbers, for people who may see every family; <see cref="ShownFunnel"/> is for reports.</returns>
    public static VisitFunnel Of(IEnumerable<Recipient> people, string programme, IReadOnlySet<OccasionId> visited)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(visited);
        var visits = people
            .SelectMany(recipient => recipient.Invitations
                .Where(invitation => invitation.Programme == programme)
                .Select(invitation => (Recipient: recipient, Invitation: invitation)))
            .GroupBy(guest => guest.Invitation.Occasion)
            .Where(visit => !visit.Any(guest => IsLeftOut(guest.Recipient, guest.Invitation)))
            .Select(visit => new CountedVisit(visited.Contains(visit.Key), visit.Any(guest => IsReached(guest.Recipient, guest.Invitation)), AnswerOf(visit.Select(guest => guest.Invitation))))
            .ToImmutableArray();
        return new VisitFunnel(
            visits.Length,
            visits.Count(visit => visit.IsReached),
            visits.Count(visit => visit.Answer == Answer.Yes),
            visits.Count(visit => visit.IsVisited),
            visits.Count(visit => visit.Answer == Answer.Collect),
            visits.Count(visit => visit.Answer == Answer.No),
            visits.Count(visit => !visit.IsReached));
    }

    private static bool IsLeftOut(Recipient recipient, Invitation invitation) =>
        NeverSend.Reason(recipient, invitation) is SkipReason.Deceased or SkipReason.Protected;

    // Whoever answers has been reached, however: the paper may have been handed over.
    private static bool IsReached(Recipient recipient, Invitation invitation) =>
        invitation.Answer != Answer.None
        || recipient.Notices.Any(notice => notice.Key.Occasion == invitation.Occasion.Value
            && notice.State is NoticeState.Accepted or NoticeState.Delivered or NoticeState.Printed or NoticeState.Posted);

    // Guardians who answer differently have not answered yet: staff phones.
    private static Answer AnswerOf(IEnumerable<Invitation> invitations)
    {
        var answers = invitations.Select(invitation => invitation.Answer).Where(answer => answer != Answer.None).Distinct().ToList();
        return answers is [var one] ? one : Answer.None;
    }

    private readonly record struct CountedVisit(bool IsVisited, bool IsReached, Answer Answer);
}
