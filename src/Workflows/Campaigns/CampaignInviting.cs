using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Invites a hundred people at once. Work first, then codes, then invitations, so that a crash between them forgets nobody.</summary>
/// <param name="due">Due notices.</param>
/// <param name="writer">Writes invitations.</param>
/// <param name="invitations">Invites one by one, where people change meanwhile.</param>
public sealed class CampaignInviting(DueNotices due, PeopleWriter writer, InvitationWriter invitations)
{
    private const int CodesAtOnce = 16;

    internal async Task InviteAsync(
        CampaignContext context, string shard, IReadOnlyList<(Recipient Recipient, Invitation Invitation)> people, CancellationToken cancellation)
    {
        await due.PutAsync(people.SelectMany(one => DueOf(context, shard, one.Recipient, one.Invitation)), cancellation).ConfigureAwait(false);
        var fresh = people.Where(one => one.Recipient.Invitations.All(known => known.Occasion != one.Invitation.Occasion)).ToList();
        await Parallel.ForEachAsync(
            fresh,
            new ParallelOptions { MaxDegreeOfParallelism = CodesAtOnce, CancellationToken = cancellation },
            async (one, token) => await invitations.PutCodeAsync(context.Rules, context.Programme, one.Recipient.Person.Id, one.Invitation, token).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var part in fresh.Chunk(Ledger.PeoplePerClaim))
        {
            if (!await writer.InviteAsync(part, shard, cancellation).ConfigureAwait(false))
            {
                // Somebody among them has changed: each on its own.
                foreach (var (recipient, invitation) in part)
                {
                    await invitations.InviteAsync(context.Rules, context.Programme, recipient, invitation, [], cancellation).ConfigureAwait(false);
                }
            }
        }
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
