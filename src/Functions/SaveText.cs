using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Templates;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Publishes a text: <c>PUT /texts/{programme}/{step}/{language}/{channel}?reviewed=true&amp;translatedFrom=…</c> with the text as body and
/// the function key; with <c>stillRight=</c> and the Swedish version in place of a body it keeps its words. <c>GET /texts/{programme}/{step}</c>
/// shows what is published.</summary>
/// <param name="workflow">Publishes.</param>
/// <param name="show">Shows.</param>
public sealed class SaveText(Workflows.SaveText workflow, ShowTexts show)
{
    private const long LongestText = 256 * 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="language">BCP 47 tag; null to show.</param>
    /// <param name="channel"><c>sms</c>, <c>email</c> or <c>letter</c>; null to show.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The version, what could be better and which translations are stale; 400 with what is wrong; 409 when the text or its Swedish text
    /// has changed.</returns>
    [Function(nameof(SaveText))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "put", Route = "texts/{programme}/{step}/{language?}/{channel?}")] HttpRequest request,
        string programme,
        string step,
        string? language,
        string? channel,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsGet(request.Method))
        {
            return Shown(await show.RunAsync(programme, step, cancellation));
        }

        using var body = await BoundedBody.ReadAsync(request, LongestText, cancellation);
        return body is not null && ChannelNames.Find(channel) is { } said && language is not null
            ? await SaveAsync(request.Query, new TemplateKey(programme, step, said, language), Encoding.UTF8.GetString(body.ToArray()), cancellation)
            : Problem("A text is at most 256 KiB, for a language, and for sms, email or letter.");
    }

    private async Task<IResult> SaveAsync(IQueryCollection query, TemplateKey key, string text, CancellationToken cancellation)
    {
        var isReviewed = query["reviewed"] == "true";
        return Answer(query["stillRight"] is [{ } swedish]
            ? await workflow.ConfirmAsync(key, swedish, isReviewed, cancellation)
            : await workflow.RunAsync(key, text, isReviewed, query["translatedFrom"].FirstOrDefault(), cancellation));
    }

    private static IResult Shown(IReadOnlyCollection<ShownText> texts) => texts.Count == 0
        ? Results.Problem("There is no text of such a step.", statusCode: StatusCodes.Status404NotFound)
        : Results.Ok(texts);

    private static IResult Answer(SavedText outcome) => outcome switch
    {
        SavedText.Published published => Results.Ok(new { published.Version, Findings = published.Findings.Select(FindingView.Of), published.Stale }),
        SavedText.Faulty faulty => Results.Problem(
            "The text must not be published as it is. Mend the errors among findings.",
            statusCode: StatusCodes.Status400BadRequest,
            extensions: [new("findings", faulty.Findings.Select(FindingView.Of))]),
        SavedText.Invalid invalid => Problem(invalid.Problem),
        SavedText.Outdated outdated => Results.Problem(
            "The Swedish text has another version now. Compare with it, and name it.",
            statusCode: StatusCodes.Status409Conflict,
            extensions: [new("swedish", outdated.Swedish)]),
        _ => Results.Problem("Somebody else published this text at the same time. Look at theirs, and try again.", statusCode: StatusCodes.Status409Conflict),
    };

    private static IResult Problem(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
