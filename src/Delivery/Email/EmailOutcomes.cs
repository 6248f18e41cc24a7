using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using SendGrid;

namespace Notifieringar.Delivery.Email;

/// <summary>Maps the e-mail provider's answers to outcomes.</summary>
internal static class EmailOutcomes
{
    /// <summary>The outcome of an answered call.</summary>
    public static async Task<DeliveryOutcome> OfAsync(Response answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
        {
            return DeliveryOutcome.Accepted(Header(answer.Headers, "X-Message-Id"));
        }

        var status = (int)answer.StatusCode;
        var field = await RefusedFieldAsync(answer.Body, cancellationToken).ConfigureAwait(false);
        var code = ProviderCode.Of(status, field);
        return status switch
        {
            // From someone on the way who got no answer: the provider may have the e-mail.
            408 or 502 or 504 => DeliveryOutcome.Unknown(code),
            400 when IsRecipient(field) => DeliveryOutcome.Refused(DeliveryResult.RefusedPermanent, code),
            429 => DeliveryOutcome.Refused(DeliveryResult.RefusedTemporary, code, RetryAfter(answer.Headers, now)),
            >= 500 => DeliveryOutcome.Refused(DeliveryResult.RefusedTemporary, code, RetryAfter(answer.Headers, now)),
            _ => DeliveryOutcome.Refused(DeliveryResult.RefusedTechnical, code),
        };
    }

    private static bool IsRecipient(string? field) => field is not null
        && field.StartsWith("personalizations.", StringComparison.Ordinal)
        && field.Contains(".to.", StringComparison.Ordinal);

    private static Duration? RetryAfter(HttpResponseHeaders? headers, DateTimeOffset now) =>
        RetryTime.FromRetryAfter(Header(headers, "Retry-After"), now)
        ?? RetryTime.FromUnixSeconds(Header(headers, "X-RateLimit-Reset"), now);

    private static string? Header(HttpResponseHeaders? headers, string name) =>
        headers is not null && headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    // {"errors":[{"message","field"}]}: the field names what is wrong; the message can repeat the address, so it is left where it is.
    private static async Task<string?> RefusedFieldAsync(HttpContent? body, CancellationToken cancellationToken)
    {
        try
        {
            var text = body is null ? string.Empty : await body.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            using var json = JsonDocument.Parse(text);
            return json.RootElement.GetProperty("errors")[0].GetProperty("field").GetString();
        }
        catch (Exception fault) when (
            fault is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
