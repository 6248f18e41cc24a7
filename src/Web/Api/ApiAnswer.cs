using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Workflows.Requests;

namespace Notifieringar.Web.Api;

/// <summary>What an endpoint answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Value">What is written as JSON.</param>
public sealed record ApiAnswer(int Status, object Value)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is never put into a page
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal string Json => JsonSerializer.Serialize(Value, Value.GetType(), Written);

    internal static ApiAnswer Ok(object value) => new(StatusCodes.Status200OK, value);

    internal static ApiAnswer Created(object value) => new(StatusCodes.Status201Created, value);

    internal static ApiAnswer Accepted(object value) => new(StatusCodes.Status202Accepted, value);

    internal static ApiAnswer Problem(int status, string type, string title, string detail, ImmutableArray<RequestProblem>? errors = null) =>
        new(status, new ApiProblem($"urn:notifieringar:{type}", title, status, detail, errors));

    /// <summary>A request that cannot be used, with everything that is to be mended.</summary>
    internal static ApiAnswer Invalid(ImmutableArray<RequestProblem> errors) => Problem(
        StatusCodes.Status400BadRequest, ApiProblem.InvalidRequest, "The request cannot be used", "Mend what errors lists, and send it again with another Idempotency-Key.", errors);

    internal static ApiAnswer Invalid(string path, string remedy) => Invalid([new RequestProblem(path, remedy)]);

    internal static ApiAnswer Invalid(string detail) =>
        Problem(StatusCodes.Status400BadRequest, ApiProblem.InvalidRequest, "The request cannot be used", detail);

    internal static ApiAnswer NotFound(string detail) => Problem(StatusCodes.Status404NotFound, ApiProblem.NotFound, "There is no such thing", detail);

    internal static ApiAnswer Refused(string detail) => Problem(StatusCodes.Status409Conflict, ApiProblem.Refused, "It cannot be done as things stand", detail);
}

/// <summary>A problem (RFC 9457). Its type is stable; nothing of it repeats what was sent.</summary>
internal sealed record ApiProblem(string Type, string Title, int Status, string Detail, ImmutableArray<RequestProblem>? Errors)
{
    public const string InvalidRequest = "invalid-request";
    public const string Unauthorized = "unauthorized";
    public const string NotFound = "not-found";
    public const string Refused = "refused";
    public const string NoKey = "idempotency-key-missing";
    public const string InProgress = "request-in-progress";
    public const string KeyReused = "idempotency-key-reused";
    public const string TooLarge = "too-large";
}
