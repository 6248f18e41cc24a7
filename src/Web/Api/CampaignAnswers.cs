using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Web.Api;

/// <summary>What is answered about campaigns.</summary>
internal static class CampaignAnswers
{
    private const int LongestId = 200;

    public static ApiAnswer None { get; } = ApiAnswer.NotFound("There is no such campaign in this unit.");

    /// <summary>Tells whether a text can be a campaign's id, and so a key in a table.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '-' or '~');

    // What became of a campaign is told by statistics, where small numbers are withheld.
    public static object Shown(CampaignView view) => new
    {
        view.Id,
        view.Programme,
        view.Step,
        view.State,
        view.StartsAt,
        view.By,
        view.ApprovedBy,
        view.Recipients,
        view.Invited,
        view.InChunks,
        view.Sent,
    };

    public static async Task<ApiAnswer> OfAsync(CampaignOutcome outcome, ShowCampaigns show, CancellationToken cancellation) => outcome switch
    {
        CampaignOutcome.Done { Campaign: var campaign } =>
            await show.FindAsync(campaign.Unit, campaign.Id, cancellation).ConfigureAwait(false) is { } view ? ApiAnswer.Ok(Shown(view)) : None,
        CampaignOutcome.Invalid { Problem: var problem } => ApiAnswer.Invalid(problem),
        CampaignOutcome.Unknown { Problem: var problem } => ApiAnswer.NotFound(problem),
        CampaignOutcome.Refused { Problem: var problem } => ApiAnswer.Refused(problem),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
