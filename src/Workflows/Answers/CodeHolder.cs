using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using NodaTime;

namespace Notifieringar.Workflows.Answers;

/// <summary>Decides what a code opens, from the person as read. Pure, and decided anew whenever the person has changed.</summary>
internal static class CodeHolder
{
    /// <param name="recipient">The person.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="codeHash">Hash of the code used; null when staff answer and need none.</param>
    /// <param name="codes">Answer codes.</param>
    /// <param name="now">The moment.</param>
    public static AnswerOutcome Decide(Recipient? recipient, OccasionId occasion, UnitRules rules, string? codeHash, AnswerCodes codes, Instant now)
    {
        if (recipient?.Invitations.FirstOrDefault(one => one.Occasion == occasion) is not { } invitation)
        {
            return new AnswerOutcome.Unknown(); // erased, or planning that crashed before it invited
        }

        var current = AnswerCodes.HashOf(codes.CodeOf(recipient.Person.Id, occasion, invitation.Sequence));
        return invitation switch
        {
            _ when NeverSend.Reason(recipient, invitation) is not null => new AnswerOutcome.Silenced(),
            _ when codeHash is not null && current != codeHash => new AnswerOutcome.Replaced(),
            _ when now >= Stockholm.MomentOf(invitation.Closes) => new AnswerOutcome.Past(),
            _ => new AnswerOutcome.Found(invitation, rules, recipient.Person.Language),
        };
    }
}
