using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Invites many people at once.</summary>
/// <param name="invitations">Invites.</param>
public sealed class CampaignInviting(InvitationWriter invitations)
{
    internal Task InviteAsync(
        CampaignContext context, string shard, IReadOnlyList<(Recipient Recipient, Invitation Invitation)> people, CancellationToken cancellation) =>
        invitations.InviteAsync(
            context.Rules,
            [.. people.Select(one => new NewInvitation(
                context.Programme, one.Recipient, one.Invitation, DueOf(context, shard, one.Recipient, one.Invitation)))],
            cancellation);

    /// <summary>What is due to a person: for the inviting step everything whose time is known, else that step only.</summary>
    internal static IEnumerable<DueNotice> DueOf(CampaignContext context, string shard, Recipient recipient, Invitation invitation) =>
        from step in context.Invites ? context.Programme.Steps.Where(step => step.IsPlanned) : [context.Step]
        where step.Ladder.All(rung => !IsSaid(recipient, context, invitation, step, rung.Channel))
        let at = DueTimes.FirstLook(step, recipient.Person, invitation, context.Rules)
        select new DueNotice(
            context.Rules.Unit, shard, Instant.Max(at, context.Campaign.StartsAt), recipient.Person.Id, invitation.Occasion, context.Programme.Id, step.Id);

    private static bool IsSaid(Recipient recipient, CampaignContext context, Invitation invitation, Step step, Channel channel) =>
        recipient.Notices.Any(notice => notice.Key == new NoticeKey(context.Programme.Id, invitation.Occasion.Value, invitation.Sequence, step.Id, channel));
}
