using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Letters;

namespace Notifieringar.Functions;

/// <summary>What staff do with printed letters: <c>GET /letters/{unit}</c> lists parts, <c>GET …/{run}/{part}</c> shows the page list,
/// <c>POST …/{run}/{part}/posted</c>, <c>…/pulled/{sheet}</c> and <c>…/returned/{sheet}</c> record what has been done.</summary>
/// <param name="show">Shows.</param>
/// <param name="post">Records posting.</param>
/// <param name="pull">Records pulling.</param>
/// <param name="takeBack">Records returns.</param>
public sealed class LetterRunAction(ShowLetterRuns show, PostLetters post, PullLetter pull, ReturnLetter takeBack)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="run">The run's date.</param>
    /// <param name="part">The part's number.</param>
    /// <param name="done"><c>posted</c>, <c>pulled</c> or <c>returned</c>.</param>
    /// <param name="sheet">A page of the letter.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is asked for, or 204; 404 for what does not exist; 409 with what must be done first.</returns>
    [Function(nameof(LetterRunAction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "letters/{unit}/{run?}/{part?}/{done?}/{sheet?}")] HttpRequest request,
        string unit,
        string? run,
        string? part,
        string? done,
        string? sheet,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var owner = new UnitId(unit);
        return (request.Method, Number(part), done, Number(sheet)) switch
        {
            ("GET", null, null, null) when run is null => Shown(await show.ListAsync(owner, cancellation)),
            ("GET", { } number, null, null) => Shown(await show.FindAsync(owner, run!, number, cancellation)),
            ("POST", { } number, "posted", null) => Answer(await post.RunAsync(owner, run!, number, cancellation)),
            ("POST", { } number, "pulled", { } first) => Answer(await pull.RunAsync(owner, run!, number, first, cancellation)),
            ("POST", { } number, "returned", { } first) => Answer(await takeBack.RunAsync(owner, run!, number, first, cancellation)),
            _ => Shown(null),
        };
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IResult Shown(object? found) =>
        found is null ? Results.Problem("There is no such thing here.", statusCode: StatusCodes.Status404NotFound) : Results.Ok(found);

    private static IResult Answer(LetterActionOutcome outcome) => outcome switch
    {
        LetterActionOutcome.Done => Results.NoContent(),
        LetterActionOutcome.Unknown unknown => Results.Problem(unknown.Problem, statusCode: StatusCodes.Status404NotFound),
        LetterActionOutcome.Refused refused => Results.Problem(
            refused.Problem,
            statusCode: StatusCodes.Status409Conflict,
            extensions: new Dictionary<string, object?> { ["pull"] = refused.Pull }),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
