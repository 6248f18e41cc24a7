using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using NodaTime;

namespace Notifieringar.Workflows.Answers;

/// <summary>Decides what a code opens, from the person as read. Pure, and decided anew whenever the person has changed.</summary>
internal static class CodeHolder
{
    public static AnswerOutcome Decide(Recipient? recipient, OccasionId occasion, UnitRules rules, string codeHash, AnswerCodes codes, Instant now)
    {
        if (recipient?.Invitations.FirstOrDefault(one => one.Occasion == occasion) is not { } invitation)
        {
            return new AnswerOutcome.Unknown(); // erased, or planning that crashed before it invited
        }

        var current = AnswerCodes.HashOf(codes.CodeOf(recipient.Person.Id, occasion, invitation.Sequence));
        return invitation switch
        {
            _ when NeverSend.Reason(recipient, invitation) is not null => new AnswerOutcome.Silenced(),
            _ when current != codeHash => new AnswerOutcome.Replaced(),
            _ when now >= Stockholm.MomentOf(invitation.Starts) => new AnswerOutcome.Past(),
            _ => new AnswerOutcome.Found(invitation, rules, recipient.Person.Language),
        };
    }
}
