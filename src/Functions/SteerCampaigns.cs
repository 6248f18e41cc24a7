using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Functions;

/// <summary>Campaigns (docs/campaigns.md): <c>POST /campaigns/{unit}</c> prepares one; <c>GET</c> shows one or all; <c>POST …/{id}/dry-run</c>,
/// <c>approve</c>, <c>pause</c>, <c>resume</c> and <c>cancel</c> steer it.</summary>
/// <param name="create">Prepares.</param>
/// <param name="dryRun">Shows what would be sent.</param>
/// <param name="steer">Steers.</param>
/// <param name="show">Shows.</param>
public sealed class SteerCampaigns(CreateCampaign create, DryRunCampaign dryRun, SteerCampaign steer, ShowCampaigns show)
{
    private const long LongestDraft = 256 * 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The campaign; null for all.</param>
    /// <param name="action">What to do; null to show.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The campaign, the list or the dry run; 400 with what to mend; 404; 409 when its state does not allow it.</returns>
    [Function(nameof(SteerCampaigns))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "campaigns/{unit}/{id?}/{action?}")] HttpRequest request,
        string unit,
        string? id,
        string? action,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var of = new UnitId(unit);
        using var body = await BoundedBody.ReadAsync(request, LongestDraft, cancellation);
        if (body is null)
        {
            return Results.Problem("The campaign is longer than 256 KiB.", statusCode: StatusCodes.Status400BadRequest);
        }

        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        return (HttpMethods.IsGet(request.Method), id, action) switch
        {
            (true, null, null) => Results.Ok(await show.ListAsync(of, cancellation)),
            (true, { } named, null) => await ShowAsync(of, named, cancellation),
            (false, null, null) => await AnswerAsync(of, await create.RunAsync(of, text, cancellation), cancellation),
            (false, { } named, "dry-run") => await dryRun.RunAsync(of, named, cancellation) is { } report
                ? Results.Ok(report)
                : Results.Problem("There is no such draft.", statusCode: StatusCodes.Status404NotFound),
            (false, { } named, "approve") => await AnswerAsync(of, await steer.ApproveAsync(of, named, By(text), cancellation), cancellation),
            (false, { } named, "pause") => await AnswerAsync(of, await steer.PauseAsync(of, named, cancellation), cancellation),
            (false, { } named, "resume") => await AnswerAsync(of, await steer.ResumeAsync(of, named, cancellation), cancellation),
            (false, { } named, "cancel") => await AnswerAsync(of, await steer.CancelAsync(of, named, cancellation), cancellation),
            _ => Results.Problem("There is no such action.", statusCode: StatusCodes.Status404NotFound),
        };
    }

    private async Task<IResult> ShowAsync(UnitId unit, string id, CancellationToken cancellation) =>
        await show.FindAsync(unit, id, cancellation) is { } view
            ? Results.Ok(view)
            : Results.Problem("There is no such campaign in this unit.", statusCode: StatusCodes.Status404NotFound);

    private async Task<IResult> AnswerAsync(UnitId unit, CampaignOutcome outcome, CancellationToken cancellation) => outcome switch
    {
        CampaignOutcome.Done { Campaign: var campaign } => Results.Ok(await show.FindAsync(unit, campaign.Id, cancellation)),
        CampaignOutcome.Invalid { Problem: var problem } => Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest),
        CampaignOutcome.Unknown { Problem: var problem } => Results.Problem(problem, statusCode: StatusCodes.Status404NotFound),
        CampaignOutcome.Refused { Problem: var problem } => Results.Problem(problem, statusCode: StatusCodes.Status409Conflict),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string? By(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Approval>(json, JsonSerializerOptions.Web)?.By;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Approval(string? By);
}
