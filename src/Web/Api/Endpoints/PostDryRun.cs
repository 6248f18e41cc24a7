using Notifieringar.Workflows;
using Notifieringar.Workflows.Reporting;

namespace Notifieringar.Web.Api.Endpoints;

/// <summary>Tells what a campaign would send. The sample texts, which name people, are for staff's screens.</summary>
internal sealed class PostDryRun(DryRunCampaign workflow) : IApiEndpoint
{
    public string Method => "POST";

    public string Path => "campaigns/{id}/dry-run";

    public async Task<ApiAnswer> RunAsync(ApiRequest request, CancellationToken cancellation)
    {
        if (!CampaignAnswers.IsId(request.Id) || await workflow.RunAsync(request.Caller.Unit, request.Id, cancellation).ConfigureAwait(false) is not { } report)
        {
            return ApiAnswer.NotFound("There is no such draft in this unit.");
        }

        var skipped = ApiNotices.Reasons(report.Skipped);
        return ApiAnswer.Ok(new { report.Recipients, report.Channels, report.Languages, report.FellBack, Skipped = skipped, report.SmsParts, report.Cost });
    }
}
