using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Calls a campaign off.</summary>
internal sealed class PostCancel(SteerCampaign workflow, ShowCampaigns show) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "campaigns/{id}/cancel";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) => !CampaignAnswers.IsId(request.Id)
        ? CampaignAnswers.None
        : await CampaignAnswers.OfAsync(
            await workflow.CancelAsync(request.Caller.Unit, request.Id, cancellation).ConfigureAwait(false), show, cancellation).ConfigureAwait(false);
}
