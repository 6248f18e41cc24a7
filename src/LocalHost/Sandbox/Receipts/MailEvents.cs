using System.Text.Json.Nodes;

namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>Events of the mail provider's Event Webhook.</summary>
internal static class MailEvents
{
    /// <summary>Custom args lie beside the event's own fields; of the same name, the event's own wins.</summary>
    public static HookEvent Of(SandboxMessage message, ReceiptState state, DateTimeOffset now)
    {
        var body = new JsonObject();
        foreach (var (name, value) in message.CustomArgs)
        {
            body[name] = value;
        }

        body["email"] = message.To;
        body["timestamp"] = now.ToUnixTimeSeconds();
        body["smtp-id"] = $"<{message.MessageId}@sandbox.example.se>";
        body["sg_event_id"] = Guid.NewGuid().ToString("N");
        body["sg_message_id"] = message.MessageId + ".filter0001.1.0.0";
        foreach (var (name, value) in Particulars(state))
        {
            body[name] = value;
        }

        return new HookEvent(body.ToJsonString()) { About = message, State = state };
    }

    private static (string Name, JsonNode Value)[] Particulars(ReceiptState state) => state switch
    {
        ReceiptState.Delivered => [("event", "delivered"), ("response", "250 OK"), ("ip", "127.0.0.1"), ("tls", 1)],
        ReceiptState.Deferred => [("event", "deferred"), ("response", "400 try again later"), ("attempt", "1")],
        ReceiptState.Bounced =>
        [
            ("event", "bounce"), ("reason", "550 5.1.1 The email account that you tried to reach does not exist."), ("status", "5.1.1"),
            ("type", "bounce"), ("bounce_classification", "Invalid Address"),
        ],
        ReceiptState.Blocked =>
        [
            ("event", "bounce"), ("reason", "450 4.7.1 Try again later."), ("status", "4.7.1"), ("type", "blocked"), ("bounce_classification", "Reputation"),
        ],
        ReceiptState.Dropped => [("event", "dropped"), ("reason", "Bounced Address"), ("status", "5.0.0")],
        ReceiptState.ReportedAsSpam => [("event", "spamreport")],
        ReceiptState.Unsubscribed => [("event", "unsubscribe")],
        _ => [("event", "processed")],
    };
}
