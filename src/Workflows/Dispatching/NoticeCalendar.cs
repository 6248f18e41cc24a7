using Notifieringar.Delivery.Email;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>The calendar file of a notice. It says what the e-mail's subject says, which is as discreet as the programme must be.</summary>
internal static class NoticeCalendar
{
    /// <summary>The event; null for what has no time.</summary>
    public static CalendarEvent? Of(DueRecipient about, Step step, UnitRules rules, string subject)
    {
        var invitation = about.Invitation;
        var isCancelled = step.Anchor == StepAnchor.Cancelled;
        return !invitation.IsTimed || about.Recipient.Person.Email is not { } address ? null : new CalendarEvent(
            UidOf(invitation, rules),
            invitation.Sequence + (isCancelled ? 1 : 0), // called off is the occasion's next state: RFC 5546, 2.1.4
            isCancelled,
            invitation.Starts,
            invitation.EndsAt,
            subject,
            Description: null,
            invitation.Place,
            rules.Name,
            rules.EmailFrom,
            address.Value);
    }

    /// <summary>The same in e-mails and on the family's page: a calendar that has both shows one.</summary>
    public static string UidOf(Invitation invitation, UnitRules rules) => $"{invitation.Occasion}@{rules.Unit}.notifieringar";
}
