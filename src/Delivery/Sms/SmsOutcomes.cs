using System.Text.Json;
using Azure;
using Azure.Communication.Sms;

namespace Notifieringar.Delivery.Sms;

/// <summary>Maps the SMS provider's answers to outcomes.</summary>
internal static class SmsOutcomes
{
    /// <summary>408, 502 and 504 come from someone on the way who got no answer: the provider may have the message.</summary>
    public static bool IsUnanswered(int status) => status is 408 or 502 or 504;

    /// <summary>The outcome for the recipient of an accepted call: the provider answers 202 also when it refuses the recipient.</summary>
    public static DeliveryOutcome Of(SmsSendResult result) => result.HttpStatusCode switch
    {
        _ when result.Successful => DeliveryOutcome.Accepted(result.MessageId),
        400 when result.ErrorMessage?.StartsWith("Invalid To", StringComparison.OrdinalIgnoreCase) == true =>
            DeliveryOutcome.Refused(DeliveryResult.RefusedPermanent, ProviderCode.Of(400, "InvalidTo")),
        var status => OfStatus(status, null, null),
    };

    /// <summary>The outcome of a call that was refused as a whole.</summary>
    public static DeliveryOutcome Of(RequestFailedException error, DateTimeOffset now)
    {
        var answer = error.GetRawResponse();
        var retryAfter = answer is not null && answer.Headers.TryGetValue("Retry-After", out var value) ? value : null;
        return OfStatus(error.Status, error.ErrorCode ?? RefusedField(answer), RetryTime.FromRetryAfter(retryAfter, now));
    }

    private static DeliveryOutcome OfStatus(int status, string? word, NodaTime.Duration? retryAfter)
    {
        var code = ProviderCode.Of(status, word);
        return status switch
        {
            _ when IsUnanswered(status) => DeliveryOutcome.Unknown(code),
            400 when IsRecipient(word) => DeliveryOutcome.Refused(DeliveryResult.RefusedPermanent, code),
            429 or >= 500 => DeliveryOutcome.Refused(DeliveryResult.RefusedTemporary, code, retryAfter),
            >= 300 and < 500 => DeliveryOutcome.Refused(DeliveryResult.RefusedTechnical, code),
            _ => DeliveryOutcome.Unknown(code),
        };
    }

    private static bool IsRecipient(string? field) =>
        field?.Split('.')[^1].Equals("To", StringComparison.OrdinalIgnoreCase) == true;

    // A 400 of the model's own checks has no error object but {"From":["Invalid From phone number format"]}.
    private static string? RefusedField(Response? answer)
    {
        try
        {
            using var body = JsonDocument.Parse(answer?.Content ?? BinaryData.FromString("{}"));
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? body.RootElement.EnumerateObject()
                    .Where(field => field.Value.ValueKind == JsonValueKind.Array)
                    .Select(field => field.Name)
                    .FirstOrDefault()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
