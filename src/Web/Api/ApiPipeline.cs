using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Auditing;

namespace Notifieringar.Web.Api;

/// <summary>The way of every request to the API: which endpoint, whose key, how much, was it asked before, and only then what it asks.</summary>
/// <param name="routes">Endpoints.</param>
/// <param name="keys">Whose key it is.</param>
/// <param name="once">Does what is asked once.</param>
/// <param name="audit">Notes what is done.</param>
/// <param name="text">What may be noted.</param>
public sealed class ApiPipeline(ApiRoutes routes, CheckApiKey keys, AnswerOnce once, KeepAudit audit, AuditText text)
{
    private const string Scheme = "Bearer ";
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;
    private const int Moment = 5;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">What stands after <c>/api/</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>JSON: what was asked for, or a problem.</returns>
    public async Task<IResult> RunAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsGet(request.Method) && path == ApiDescription.Path)
        {
            return new ApiResult(StatusCodes.Status200OK, ApiDescription.Json);
        }

        // The key first: what there is is nobody's business who has none.
        if (await CallerAsync(request, cancellation).ConfigureAwait(false) is not { } caller)
        {
            return Problem(StatusCodes.Status401Unauthorized, ApiProblem.Unauthorized, "No key opens this", "Send a key of your unit in the header Authorization: Bearer <key>.");
        }

        if (routes.Find(request.Method, path) is not var (endpoint, id))
        {
            return Problem(StatusCodes.Status404NotFound, ApiProblem.NotFound, "There is no such thing", "GET /api/openapi.json lists what there is.");
        }

        using var body = await ApiBody.ReadAsync(request, endpoint.LongestBody, cancellation).ConfigureAwait(false);
        if (body is null)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, ApiProblem.TooLarge, "The request is too large", "Split it and send the parts, each with an Idempotency-Key of its own.");
        }

        var asked = new ApiRequest(caller, id, name => request.Query[name].ToString() is { Length: > 0 } value ? value : null, body, Name: "");
        return HttpMethods.IsGet(request.Method)
            ? new ApiResult(await endpoint.RunAsync(asked, cancellation).ConfigureAwait(false))
            : await OnceAsync(request, endpoint, path, asked, cancellation).ConfigureAwait(false);
    }

    private async Task<IResult> OnceAsync(HttpRequest request, IApiEndpoint endpoint, string path, ApiRequest asked, CancellationToken cancellation)
    {
        var key = request.Headers[KeyHeader].ToString();
        if (key.Length is 0 or > LongestKey)
        {
            return Problem(
                StatusCodes.Status400BadRequest,
                ApiProblem.NoKey,
                "The header Idempotency-Key is missing",
                $"Send a text of your own of at most {LongestKey} characters with every POST, new for each request and the same when you try again.");
        }

        var content = SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method} {path}{request.QueryString}\n{Convert.ToHexString(SHA256.HashData(asked.Body.ToArray()))}"));
        var outcome = await once.RunAsync(
            asked.Caller.Unit,
            key,
            content,
            name => DoAsync(endpoint, asked with { Name = name }, cancellation),
            cancellation).ConfigureAwait(false);
        return outcome switch
        {
            OnceOutcome.Answered { Answer: var answer } => new ApiResult(answer.Status, answer.Json, answer.IsRepeated),
            OnceOutcome.Busy => Problem(StatusCodes.Status409Conflict, ApiProblem.InProgress, "The same request is being worked on", "Wait a moment and send it again as it is.", Moment),
            _ => Problem(StatusCodes.Status422UnprocessableEntity, ApiProblem.KeyReused, "The Idempotency-Key stands for another request", "Send this one with a key of its own."),
        };
    }

    // Noted before it is done, so that nothing is done unseen; a repeated request does nothing and is not noted.
    private async Task<OnceAnswer> DoAsync(IApiEndpoint endpoint, ApiRequest asked, CancellationToken cancellation)
    {
        var what = asked.Id.Length == 0 ? "" : text.Of(asked.Id);
        var entry = await audit.BeginAsync(asked.Caller.Unit, $"api-{asked.Caller.Key}", $"{endpoint.Method} {endpoint.Path}", what, cancellation).ConfigureAwait(false);
        var answer = await endpoint.RunAsync(asked, cancellation).ConfigureAwait(false);
        await audit.EndAsync(entry, answer.Status.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return new OnceAnswer(answer.Status, answer.Json);
    }

    private async Task<ApiCaller?> CallerAsync(HttpRequest request, CancellationToken cancellation)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.RunAsync(header[Scheme.Length..].Trim(), cancellation).ConfigureAwait(false)
            : null;
    }

    private static ApiResult Problem(int status, string type, string title, string detail, int? retryAfter = null) =>
        new(ApiAnswer.Problem(status, type, title, detail), retryAfter);
}
