using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Prepares a campaign.</summary>
internal sealed class PostCampaign(BookMeeting workflow, ShowCampaigns show) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "campaigns";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) => await CampaignAnswers.OfAsync(
        await workflow.RunAsync(request.Caller, request.Json, isMeeting: false, cancellation).ConfigureAwait(false), show, cancellation).ConfigureAwait(false);
}
