using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Lets a held campaign go on.</summary>
internal sealed class PostResume(SteerCampaign workflow, ShowCampaigns show) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "campaigns/{id}/resume";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) => !CampaignAnswers.IsId(request.Id)
        ? CampaignAnswers.None
        : await CampaignAnswers.OfAsync(
            await workflow.ResumeAsync(request.Caller.Unit, request.Id, cancellation).ConfigureAwait(false), show, cancellation).ConfigureAwait(false);
}
