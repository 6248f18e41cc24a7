using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Invites many people at once, or prepares it: who is to be told now is invited by the claim of what they are told, so that it costs no
/// request of its own.</summary>
/// <param name="invitations">Invites.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class CampaignInviting(InvitationWriter invitations, IClock clock)
{
    /// <summary>Invites those who are to be told later, and writes what must stand before the invitations of the others.</summary>
    /// <returns>The others, in order: they are told now.</returns>
    internal async Task<IReadOnlyList<PersonId>> InviteAsync(
        CampaignContext context, string shard, IEnumerable<(Recipient Recipient, Invitation Invitation)> people, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var all = people.Select(one => new NewInvitation(
                context.Programme, one.Recipient, one.Invitation, [.. DueOf(context, shard, one.Recipient, one.Invitation)]))
            .ToLookup(one => one.Due.Any(due => due.Step == context.Step.Id && due.DueAt <= now));
        await invitations.InviteAsync(context.Rules, [.. all[false]], cancellation).ConfigureAwait(false);
        await invitations.PrepareAsync(
            context.Rules, [.. all[true].Select(one => one with { Due = one.Due.Where(due => due.Step != context.Step.Id) })], cancellation).ConfigureAwait(false);
        return [.. all[true].Select(one => one.Recipient.Person.Id)];
    }

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
