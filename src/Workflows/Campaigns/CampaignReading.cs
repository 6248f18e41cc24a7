using Notifieringar.Model;
using Notifieringar.Planning.Campaigns;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>A campaign with all it names.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Step">The step.</param>
/// <param name="Rules">The unit's rules.</param>
/// <param name="Occasion">What people are invited to.</param>
internal sealed record CampaignContext(Campaign Campaign, Programme Programme, Step Step, UnitRules Rules, Occasion Occasion)
{
    /// <summary>True for the step that invites; a later one is said to those who are invited.</summary>
    public bool Invites => Programme.Steps[0].Id == Step.Id;

    /// <summary>A person's invitation: the one there is, or the one to be made. Null for a person who is not meant, or has had its turn.</summary>
    public Invitation? InvitationOf(Recipient recipient)
    {
        if (recipient.Invitations.FirstOrDefault(one => one.Occasion == Occasion.Id) is { } invitation)
        {
            return AudienceRule.ChildrenOf(recipient, Programme, Campaign.Audience, Occasion.Starts.Date) is null ? null : invitation;
        }

        return Invites
            && AudienceRule.ChildrenOf(recipient, Programme, Campaign.Audience, Occasion.Starts.Date) is { } children
            && !AudienceRule.HasHadItsTurn(recipient, Programme, Occasion.Id)
                ? CampaignInvitation.To(Occasion, Programme.Occasion, children, Campaign.StartsAt)
                : null;
    }

    /// <summary>The invitation that a person is to be told of, or of which something has been tried: that is followed to its end, whoever is meant
    /// by now. Null for everybody else, for those who must be told nothing, and for those who were told before the occasion was moved: that it is
    /// moved is another step's to say.</summary>
    public Invitation? ToTell(Recipient recipient)
    {
        var tried = recipient.Notices.Where(notice => notice.Key.Occasion == Occasion.Id.Value && notice.Key.Step == Step.Id).ToList();
        if (tried.Count == 0)
        {
            return InvitationOf(recipient) is { } invitation && NeverSend.Reason(recipient, invitation) is null ? invitation : null;
        }

        var known = recipient.Invitations.FirstOrDefault(one => one.Occasion == Occasion.Id);
        return tried.Any(notice => notice.Key.Sequence == known?.Sequence) || !tried.Any(HasLeft) ? known : null;
    }

    // Or never will.
    private static bool HasLeft(Notice notice) => notice switch
    {
        { State: NoticeState.Claimed } => notice.Channel == Channel.Letter,
        { State: NoticeState.Released or NoticeState.RefusedTemporary or NoticeState.RefusedPermanent } => false,
        _ => true,
    };
}

/// <summary>Reads campaigns with all they name.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="occasions">Occasions.</param>
public sealed class CampaignReading(DefinitionCache definitions, OccasionTable occasions)
{
    /// <summary>The context; null when the occasion is gone.</summary>
    internal async Task<CampaignContext?> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var (programme, step) = await definitions.StepAsync(campaign.Programme, campaign.Step, cancellation).ConfigureAwait(false);
        var rules = await definitions.UnitAsync(campaign.Unit, cancellation).ConfigureAwait(false);
        var all = await occasions.ListAsync(campaign.Unit, campaign.Programme, cancellation).ConfigureAwait(false);

        // While it is being moved it stands in both places.
        return all.Where(one => one.Id == campaign.Occasion).MaxBy(one => one.Sequence) is { } occasion
            ? new CampaignContext(campaign, programme, step, rules, occasion)
            : null;
    }
}
