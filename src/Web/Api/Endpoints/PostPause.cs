using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Holds a campaign.</summary>
internal sealed class PostPause(SteerCampaign workflow, ShowCampaigns show) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "campaigns/{id}/pause";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) => !CampaignAnswers.IsId(request.Id)
        ? CampaignAnswers.None
        : await CampaignAnswers.OfAsync(
            await workflow.PauseAsync(request.Caller.Unit, request.Id, cancellation).ConfigureAwait(false), show, cancellation).ConfigureAwait(false);
}
