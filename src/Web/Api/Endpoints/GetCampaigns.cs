using Notifieringar.Workflows;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Lists campaigns.</summary>
internal sealed class GetCampaigns(ShowCampaigns workflow) : IApiEndpoint
{
    public string Method => "GET";

    public string Path => "campaigns";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation)
    {
        var campaigns = await workflow.ListAsync(request.Caller.Unit, cancellation).ConfigureAwait(false);
        return ApiAnswer.Ok(new { Campaigns = campaigns.Select(CampaignAnswers.Shown).ToList() });
    }
}
