using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost.Sandbox.Sms;

/// <summary>The SMS provider's request, API version 2021-03-07.</summary>
internal sealed record SmsSendRequest(
    string? From, IReadOnlyList<SmsReceiver?>? SmsRecipients, string? Message, SmsRequestOptions? SmsSendOptions);

internal sealed record SmsReceiver(string? To, string? RepeatabilityRequestId, string? RepeatabilityFirstSent);

internal sealed record SmsRequestOptions(bool? EnableDeliveryReport, string? Tag);

/// <summary>The answer for one receiver; the call as a whole answers 202 whatever these say.</summary>
internal sealed record SmsSendItem(string To, int HttpStatusCode, bool Successful)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RepeatabilityResult { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMessage { get; init; }
}

internal sealed record SmsSendAnswer(IReadOnlyList<SmsSendItem> Value);
