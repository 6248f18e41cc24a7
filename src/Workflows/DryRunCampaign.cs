using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Shows what a campaign would send, decided by the planner that sending asks, and sends nothing.</summary>
/// <param name="campaigns">Campaigns.</param>
/// <param name="reading">Reads a campaign with all it names.</param>
/// <param name="people">People.</param>
/// <param name="writer">Texts.</param>
/// <param name="clock">The time now.</param>
public sealed class DryRunCampaign(CampaignTable campaigns, CampaignReading reading, PeopleTable people, NoticeWriter writer, IClock clock)
{
    /// <summary>Runs, and notes on the campaign how many it would write to.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The report; null when there is no such draft.</returns>
    public async Task<DryRunReport?> RunAsync(UnitId unit, string id, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(unit, id, cancellation).ConfigureAwait(false) is not { State: CampaignState.Draft } campaign
            || await reading.ReadAsync(campaign, cancellation).ConfigureAwait(false) is not { } context)
        {
            return null;
        }

        var counts = new DryRunCounts(context.Rules);
        foreach (var shard in Keys.Shards(context.Rules.Shards))
        {
            await foreach (var recipient in people.ReadAllAsync(unit, shard, cancellation).ConfigureAwait(false))
            {
                await AddAsync(context, recipient, counts, cancellation).ConfigureAwait(false);
            }
        }

        var report = counts.Report;
        await campaigns.UpdateAsync(campaign with { Recipients = report.Recipients }, cancellation).ConfigureAwait(false);
        return report;
    }

    private async Task AddAsync(CampaignContext context, Recipient recipient, DryRunCounts counts, CancellationToken cancellation)
    {
        if (context.InvitationOf(recipient) is not { } invitation)
        {
            if (AudienceOnce(context, recipient))
            {
                counts.Skip("AlreadyInvited");
            }

            return;
        }

        // As it will be when the notice is due: the decision of that moment, on what is known now.
        var start = Instant.Max(context.Campaign.StartsAt, clock.GetCurrentInstant());
        var at = Instant.Max(start, DueTimes.FirstLook(context.Step, recipient.Person, invitation, context.Rules));
        var planned = Stockholm.MomentOf(SendingHours.AtOrAfter(FirstChannel(context, recipient), Stockholm.LocalOf(at), context.Rules, context.Step.IsUrgent));
        switch (NoticePlanner.Decide(recipient, invitation, context.Programme, context.Step, context.Rules, planned))
        {
            case Decision.Send send:
                var written = await writer.WriteAsync(recipient, invitation, send.Key, context.Rules, language: null, pins: "", cancellation).ConfigureAwait(false);
                counts.Send(recipient.Person, send.Key.Channel, written);
                break;
            case Decision.Skip skip:
                counts.Skip(skip.Reason.ToString());
                break;
            case Decision.List list:
                counts.Skip(list.Reason.ToString());
                break;
            case Decision.Wait:
                counts.Skip(Freshness.IsStale(recipient.Person, context.Rules, planned) ? nameof(SkipReason.StaleData) : nameof(SkipReason.ContactCap));
                break;
            default:
                counts.Skip("SaidBefore");
                break;
        }
    }

    private static bool AudienceOnce(CampaignContext context, Recipient recipient) =>
        Planning.Campaigns.AudienceRule.ChildrenOf(recipient, context.Programme, context.Campaign.Audience, context.Occasion.Starts.Date) is not null
        && Planning.Campaigns.AudienceRule.HasHadItsTurn(recipient, context.Programme, context.Occasion.Id);

    private static Channel FirstChannel(CampaignContext context, Recipient recipient) =>
        context.Step.Ladder.FirstOrDefault(rung => Reach.Can(recipient.Person, rung.Channel))?.Channel ?? context.Step.Ladder[0].Channel;
}
