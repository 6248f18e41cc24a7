using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifieringar.Delivery.Sms;

/// <summary>
/// Our own repeatability values for one send, on their way through the client to the policies in its pipeline. The client makes a new id
/// for every call, which would make a second try a second message.
/// </summary>
internal sealed class Repeatability(SmsToSend sms)
{
    private const string PropertyName = "Notifieringar.Repeatability";

    public string RequestId { get; } = sms.RepeatabilityId.ToString();

    /// <summary>RFC 1123, as the provider demands.</summary>
    public string FirstSent { get; } = sms.FirstSent.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether an earlier try in the same call ended without an answer, so that the provider may have the message whatever it said later.
    /// </summary>
    public bool LostATry { get; set; }

    public static Repeatability? Of(HttpMessage message) =>
        message.TryGetProperty(PropertyName, out var value) ? value as Repeatability : null;

    /// <summary>Gives these values to the requests made until it is disposed.</summary>
    public IDisposable Begin() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [PropertyName] = this });
}
