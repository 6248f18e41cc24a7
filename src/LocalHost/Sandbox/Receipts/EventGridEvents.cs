using System.Globalization;
using System.Text.Json.Nodes;

namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>Events of the SMS provider in Event Grid's schema.</summary>
internal static class EventGridEvents
{
    private const string Topic =
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/sandbox/providers/microsoft.communication/communicationservices/sandbox";

    public static HookEvent DeliveryReport(SandboxMessage message, Outcome outcome, ReceiptState state, bool capitalTag, DateTimeOffset now)
    {
        var delivered = state == ReceiptState.Delivered;
        var data = new JsonObject
        {
            ["messageId"] = message.MessageId,
            ["from"] = message.From,
            ["to"] = message.To,
            ["deliveryStatus"] = delivered ? "Delivered" : "Failed",
            ["deliveryStatusDetails"] = ReceiptStory.Details(outcome),
            ["receivedTimestamp"] = Moment(now),
            ["deliveryAttempts"] = new JsonArray(new JsonObject
            {
                ["timestamp"] = Moment(now),
                ["segmentsSucceeded"] = delivered ? 1 : 0,
                ["segmentsFailed"] = delivered ? 0 : 1,
            }),
            [capitalTag ? "Tag" : "tag"] = message.Tag ?? "",
        };
        return Event("Microsoft.Communication.SMSDeliveryReportReceived", message.MessageId, message.From, data, now) with { About = message, State = state };
    }

    public static HookEvent Received(string from, string to, string text, DateTimeOffset now)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"Incoming_{now:yyyyMMddHHmmss}{Guid.NewGuid()}");
        var data = new JsonObject
        {
            ["messageId"] = id,
            ["from"] = from,
            ["to"] = to,
            ["message"] = text,
            ["receivedTimestamp"] = Moment(now),
            ["segmentCount"] = 1,
        };
        return Event("Microsoft.Communication.SMSReceived", id, to, data, now);
    }

    public static HookEvent Handshake(string code) => Event(
        "Microsoft.EventGrid.SubscriptionValidationEvent",
        Guid.NewGuid().ToString(),
        "",
        new JsonObject { ["validationCode"] = code, ["validationUrl"] = "https://sandbox.example.se/validate?id=" + code },
        DateTimeOffset.UnixEpoch);

    private static HookEvent Event(string type, string id, string number, JsonObject data, DateTimeOffset now) => new(new JsonObject
    {
        ["id"] = id,
        ["topic"] = Topic,
        ["subject"] = number.Length == 0 ? "" : "/phonenumber/" + number.TrimStart('+'),
        ["data"] = data,
        ["eventType"] = type,
        ["dataVersion"] = "1.0",
        ["metadataVersion"] = "1",
        ["eventTime"] = Moment(now),
    }.ToJsonString());

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
