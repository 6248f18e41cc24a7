using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Api;

/// <summary>Writes an answer: JSON that nobody stores on the way.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="json">The body.</param>
/// <param name="isRepeated">True when it was given before.</param>
/// <param name="retryAfter">Seconds until a new try may help; null when none does.</param>
internal sealed class ApiResult(int status, string json, bool isRepeated = false, int? retryAfter = null) : IResult
{
    public ApiResult(ApiAnswer answer, int? retryAfter = null)
        : this(answer.Status, answer.Json, retryAfter: retryAfter)
    {
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = Encoding.UTF8.GetBytes(json);
        response.StatusCode = status;
        response.ContentType = status >= StatusCodes.Status400BadRequest ? "application/problem+json" : "application/json";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (isRepeated)
        {
            response.Headers["Idempotent-Replayed"] = "true";
        }

        await response.Body.WriteAsync(body, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
