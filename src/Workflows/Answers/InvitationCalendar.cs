using Notifieringar.Delivery.Email;
using Notifieringar.Model;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows.Answers;

/// <summary>The calendar file that a family takes from its page. It names nobody: the link may have been forwarded.</summary>
public static class InvitationCalendar
{
    /// <summary>Tells whether there is something to put into a calendar: a time to come, and nothing that says it will not be.</summary>
    /// <param name="found">The invitation.</param>
    /// <returns>True when there is.</returns>
    public static bool IsOffered(AnswerOutcome.Found found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (invitation, rules, _) = found;
        return invitation is { IsTimed: true, IsDisputed: false } && invitation.Answer switch
        {
            Answer.Yes => true,
            Answer.None => found.Kind != OccasionKind.Visit || rules.ComesUnlessNo,
            _ => false,
        };
    }

    /// <summary>The file.</summary>
    /// <param name="found">The invitation.</param>
    /// <param name="summary">One line.</param>
    /// <param name="description">More.</param>
    /// <param name="written">When it is written.</param>
    /// <returns>RFC 5545.</returns>
    public static string FileOf(AnswerOutcome.Found found, string summary, string description, Instant written)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (invitation, rules, _) = found;
        var about = new CalendarEvent(
            NoticeCalendar.UidOf(invitation, rules),
            invitation.Sequence,
            IsCancelled: false,
            invitation.Starts,
            invitation.EndsAt,
            summary,
            description,
            invitation.Place,
            rules.Name,
            rules.EmailFrom,
            AttendeeAddress: null);
        return CalendarFile.Of(about, written);
    }
}
