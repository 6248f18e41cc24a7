using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Publishes a text: <c>PUT /texts/{programme}/{step}/{language}/{channel}?reviewed=true</c> with the text as body and the function
/// key.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class SaveText(Workflows.SaveText workflow)
{
    private const long LongestText = 256 * 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="channel"><c>sms</c>, <c>email</c> or <c>letter</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The version and what could be better; 400 with what is wrong.</returns>
    [Function(nameof(SaveText))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "texts/{programme}/{step}/{language}/{channel}")] HttpRequest request,
        string programme,
        string step,
        string language,
        string channel,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = await BoundedBody.ReadAsync(request, LongestText, cancellation);
        if (body is null || ChannelOf(channel) is not { } said)
        {
            return Problem("A text is at most 256 KiB, for sms, email or letter.");
        }

        var key = new TemplateKey(programme, step, said, language);
        var isReviewed = request.Query["reviewed"] == "true";
        return Answer(await workflow.RunAsync(key, Encoding.UTF8.GetString(body.ToArray()), isReviewed, cancellation));
    }

    private static Channel? ChannelOf(string name) => name switch
    {
        "sms" => Channel.Sms,
        "email" => Channel.Email,
        "letter" => Channel.Letter,
        _ => null,
    };

    private static IResult Answer(SavedText outcome) => outcome switch
    {
        SavedText.Published published => Results.Ok(new { published.Version, Findings = published.Findings.Select(FindingView.Of) }),
        SavedText.Faulty faulty => Results.Problem(
            "The text must not be published as it is. Mend the errors among findings.",
            statusCode: StatusCodes.Status400BadRequest,
            extensions: [new("findings", faulty.Findings.Select(FindingView.Of))]),
        SavedText.Invalid invalid => Problem(invalid.Problem),
        _ => Results.Problem("Somebody else published this text at the same time. Look at theirs, and try again.", statusCode: StatusCodes.Status409Conflict),
    };

    private static IResult Problem(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    private sealed record FindingView(string Code, string Weight, int Line, int Column, string Message, string Remedy)
    {
        public static FindingView Of(Templates.Checking.TextFinding finding) =>
            new(finding.Code, finding.Weight.ToString(), finding.Line, finding.Column, finding.Message, finding.Remedy);
    }
}
