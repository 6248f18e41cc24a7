using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.TestMessages;

namespace Notifieringar.Functions;

/// <summary>Sends a text about an invented family to the tester alone: <c>POST /testmessages/{unit}/{programme}/{step}/{language}/{channel}</c> with the
/// function key. The tester's address stands in the body, never in the address of the call.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SendTestMessage(Workflows.SendTestMessage workflow)
{
    private const long LongestOrder = 512 * 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="channel"><c>sms</c>, <c>email</c> or <c>letter</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What was sent, or the letter as PDF; 400 with what to mend; 404; 409 while nothing may be sent; 429; 502.</returns>
    [Function(nameof(SendTestMessage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "testmessages/{unit}/{programme}/{step}/{language}/{channel}")] HttpRequest request,
        string unit,
        string programme,
        string step,
        string language,
        string channel,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = await BoundedBody.ReadAsync(request, LongestOrder, cancellation);
        if (body is null || ChannelNames.Find(channel) is not { } said)
        {
            return Problem("A test is of sms, email or letter, and at most 512 KiB.", StatusCodes.Status400BadRequest);
        }

        var outcome = await workflow.RunAsync(
            new UnitId(unit), new TemplateKey(programme, step, said, language), Encoding.UTF8.GetString(body.ToArray()), cancellation);
        return Answer(request.HttpContext.Response, outcome);
    }

    private static IResult Answer(HttpResponse response, TestOutcome outcome)
    {
        if (outcome is TestOutcome.TooMany { Wait: var wait })
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return outcome switch
        {
            TestOutcome.Sent sent => Results.Ok(sent),
            TestOutcome.Printed printed => Results.Bytes(printed.Pdf, "application/pdf"),
            TestOutcome.Invalid invalid => Problem(invalid.Problem, StatusCodes.Status400BadRequest),
            TestOutcome.Faulty faulty => Results.Problem(
                "The draft must not be published as it is. Mend the errors among findings.",
                statusCode: StatusCodes.Status400BadRequest,
                extensions: [new("findings", faulty.Findings.Select(FindingView.Of))]),
            TestOutcome.Unknown unknown => Problem(unknown.Problem, StatusCodes.Status404NotFound),
            TestOutcome.Refused refused => Problem(refused.Problem, StatusCodes.Status409Conflict),
            TestOutcome.TooMany => Problem("Not now: enough has been sent this minute, or the provider asks us to wait.", StatusCodes.Status429TooManyRequests),
            TestOutcome.Failed failed => Problem($"The provider did not take it, or nobody knows: {failed.Code}.", StatusCodes.Status502BadGateway),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
    }

    private static IResult Problem(string detail, int status) => Results.Problem(detail, statusCode: status);
}
