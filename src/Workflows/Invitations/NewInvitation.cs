using Notifieringar.Model;
using Notifieringar.Records.Work;

namespace Notifieringar.Workflows.Invitations;

/// <summary>An invitation to be written, with what it brings.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Recipient">The person as read.</param>
/// <param name="Invitation">The invitation.</param>
/// <param name="Due">What is due to be said about it.</param>
internal sealed record NewInvitation(Programme Programme, Recipient Recipient, Invitation Invitation, IEnumerable<DueNotice> Due);
