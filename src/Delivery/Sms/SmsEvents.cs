using System.Collections.Immutable;
using System.Text.Json;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Delivery.Sms;

/// <summary>What the SMS provider has posted, by Event Grid in its own schema.</summary>
/// <param name="Receipts">What delivery reports say.</param>
/// <param name="Inbound">Messages from people.</param>
/// <param name="ValidationCode">The code to give back when a new subscription asks whether it is ours; null otherwise.</param>
/// <param name="Ignored">How many events were about nothing of ours.</param>
public sealed record SmsEvents(
    ImmutableArray<ProviderReceipt> Receipts, ImmutableArray<InboundSms> Inbound, string? ValidationCode, int Ignored)
{
    private const string Report = "Microsoft.Communication.SMSDeliveryReportReceived";
    private const string Received = "Microsoft.Communication.SMSReceived";
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";

    /// <summary>Reads a posted body.</summary>
    /// <param name="body">The raw bytes.</param>
    /// <param name="now">Real time, for events without a credible time of their own.</param>
    /// <returns>The events; null when the body is not a JSON array.</returns>
    public static SmsEvents? Read(ReadOnlyMemory<byte> body, Instant now)
    {
        using var posted = HookJson.Events(body);
        if (posted is null)
        {
            return null;
        }

        var receipts = ImmutableArray.CreateBuilder<ProviderReceipt>();
        var inbound = ImmutableArray.CreateBuilder<InboundSms>();
        string? validation = null;
        var ignored = 0;
        foreach (var posting in posted.RootElement.EnumerateArray())
        {
            var data = HookJson.Find(posting, "data") ?? default;
            var eventTime = HookJson.Text(posting, "eventTime");
            switch (HookJson.Text(posting, "eventType"))
            {
                case Report when NoticeReference.TryParse(HookJson.Text(data, "tag"), out var notice):
                    receipts.AddRange(ReceiptsOf(notice, data, At(data, eventTime, now)));
                    break;
                case Received when InboundSms.Of(data, At(data, eventTime, now)) is { } message:
                    inbound.Add(message);
                    break;
                case Validation:
                    validation = HookJson.Text(data, "validationCode");
                    break;
                default:
                    ignored++;
                    break;
            }
        }

        return new SmsEvents(receipts.ToImmutable(), inbound.ToImmutable(), validation, ignored);
    }

    private static Instant At(JsonElement data, string? eventTime, Instant now) =>
        HookJson.Moment(HookJson.Text(data, "receivedTimestamp") ?? eventTime, now);

    private static IEnumerable<ProviderReceipt> ReceiptsOf(NoticeReference notice, JsonElement data, Instant at)
    {
        var code = SmsReportCode.Of(HookJson.Text(data, "deliveryStatusDetails"));
        var kind = SmsReportCode.KindOf(HookJson.Text(data, "deliveryStatus"), code);
        yield return new ProviderReceipt(notice, kind, at, code);
        if (code == SmsReportCode.OptedOut && kind == ReceiptKind.BouncedPermanent)
        {
            yield return new ProviderReceipt(notice, ReceiptKind.OptedOut, at, code);
        }
    }
}
