using Notifieringar.Model;
using Notifieringar.Planning.Notices;

namespace Notifieringar.Planning.Visits;

/// <summary>Which families somebody goes to.</summary>
internal static class Expected
{
    /// <summary>Tells whether a home is visited: nothing has silenced it, the visit is not called off, its guardians agree, and the family has said
    /// yes, or nothing where that is enough.</summary>
    public static bool IsVisited(Recipient home, Invitation invitation, bool silenceMeansYes) =>
        invitation is { AtThisHome: true, IsDisputed: false }
        && (invitation.Answer == Answer.Yes || (invitation.Answer == Answer.None && silenceMeansYes))
        && NeverSend.Reason(home, invitation) is null;
}
