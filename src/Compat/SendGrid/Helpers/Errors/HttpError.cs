using System.Net;
using System.Text.Json;
using SendGrid.Helpers.Errors.Model;
using SendGrid.Helpers.Mail;

namespace SendGrid.Helpers.Errors;

/// <summary>Turns an answer that is not 2xx into the exception of its status.</summary>
internal static class HttpError
{
    public static async Task ThrowAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var message = MessageJson.Write(Describe(answer, body));
        throw answer.StatusCode switch
        {
            HttpStatusCode.BadRequest => new BadRequestException(message),
            HttpStatusCode.Unauthorized => new UnauthorizedException(message),
            HttpStatusCode.Forbidden => new ForbiddenException(message),
            HttpStatusCode.NotFound => new NotFoundException(message),
            HttpStatusCode.MethodNotAllowed => new MethodNotAllowedException(message),
            HttpStatusCode.RequestEntityTooLarge => new PayloadTooLargeException(message),
            HttpStatusCode.UnsupportedMediaType => new UnsupportedMediaTypeException(message),
            HttpStatusCode.TooManyRequests => new TooManyRequestsException(message),
            HttpStatusCode.InternalServerError => new ServerUnavailableException(message),
            HttpStatusCode.ServiceUnavailable => new ServiceNotAvailableException(message),
            _ => new RequestErrorException(message),
        };
    }

    private static SendGridErrorResponse Describe(HttpResponseMessage answer, string body)
    {
        var error = FirstError(body);
        return new SendGridErrorResponse
        {
            ErrorHttpStatusCode = (int)answer.StatusCode,
            ErrorReasonPhrase = answer.ReasonPhrase,
            SendGridErrorMessage = Text(error, "message") ?? body,
            FieldWithError = Text(error, "field"),
            HelpLink = Text(error, "help"),
        };
    }

    // The body is {"errors":[{"message","field","help"}]}; a proxy on the way may have answered something else.
    private static JsonElement FirstError(string body)
    {
        try
        {
            var root = JsonElement.Parse(body);
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("errors", out var errors)
                && errors.ValueKind == JsonValueKind.Array
                    ? errors.EnumerateArray().FirstOrDefault()
                    : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : null;
}
