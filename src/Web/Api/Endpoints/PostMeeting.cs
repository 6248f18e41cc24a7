using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Prepares a campaign with its meeting, series or stop.</summary>
internal sealed class PostMeeting(BookMeeting workflow, ShowCampaigns show) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "meetings";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation) => await CampaignAnswers.OfAsync(
        await workflow.RunAsync(request.Caller, request.Json, isMeeting: true, cancellation).ConfigureAwait(false), show, cancellation).ConfigureAwait(false);
}
