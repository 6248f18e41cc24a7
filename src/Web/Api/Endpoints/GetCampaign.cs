using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Shows a campaign.</summary>
internal sealed class GetCampaign(ShowCampaigns workflow) : IApiEndpoint
{
    public string Method => "GET";

    public string Path => "campaigns/{id}";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) =>
        CampaignAnswers.IsId(request.Id) && await workflow.FindAsync(request.Caller.Unit, request.Id, cancellation).ConfigureAwait(false) is { } campaign
            ? ApiAnswer.Ok(CampaignAnswers.Shown(campaign))
            : CampaignAnswers.None;
}
