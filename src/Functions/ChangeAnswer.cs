using Microsoft.AspNetCore.Http;
using Notifieringar.Workflows.Changes;

namespace Notifieringar.Functions;

/// <summary>Reads staff's orders and answers them.</summary>
internal static class ChangeAnswer
{
    private const long LongestOrder = 4096;

    /// <summary>The order; a text that is no JSON when it is too long.</summary>
    public static async Task<string> OrderAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = await BoundedBody.ReadAsync(request, LongestOrder, cancellation);
        return body is null ? "too long" : System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    public static IResult Of(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Ordered { Reference: var change } => Results.Accepted(value: change),
        ChangeOutcome.Done => Results.NoContent(),
        ChangeOutcome.Invalid invalid => Results.Problem(invalid.Problem, statusCode: StatusCodes.Status400BadRequest),
        ChangeOutcome.Unknown unknown => Results.Problem(unknown.Problem, statusCode: StatusCodes.Status404NotFound),
        ChangeOutcome.Refused refused => Results.Problem(refused.Problem, statusCode: StatusCodes.Status409Conflict),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
