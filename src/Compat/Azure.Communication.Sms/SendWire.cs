using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace Azure.Communication.Sms;

/// <summary>The send operation's JSON: the request as the official client writes it, and the answer.</summary>
internal static class SendWire
{
    /// <summary>
    /// Writes one request. Each recipient gets an id of its own, made once per call: the pipeline's retries send the same bytes again,
    /// so the service knows a repeated try for what it is.
    /// </summary>
    public static RequestContent Write(string from, IEnumerable<string> to, string message, SmsSendOptions options, DateTimeOffset now)
    {
        var firstSent = now.ToString("r");
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("from", from);
            json.WriteStartArray("smsRecipients");
            foreach (var number in to)
            {
                json.WriteStartObject();
                json.WriteString("to", number);
                json.WriteString("repeatabilityRequestId", Guid.NewGuid().ToString());
                json.WriteString("repeatabilityFirstSent", firstSent);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("message", message);
            if (options is not null)
            {
                WriteOptions(json, options);
            }

            json.WriteEndObject();
        }

        return RequestContent.Create(buffer.WrittenMemory);
    }

    /// <summary>Reads the results, one per recipient and in their order.</summary>
    public static IReadOnlyList<SmsSendResult> Read(BinaryData answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("value").EnumerateArray().Select(ReadResult).ToList();
    }

    private static void WriteOptions(Utf8JsonWriter json, SmsSendOptions options)
    {
        json.WriteStartObject("smsSendOptions");
        json.WriteBoolean("enableDeliveryReport", options.EnableDeliveryReport);
        if (options.Tag is not null)
        {
            json.WriteString("tag", options.Tag);
        }

        json.WriteEndObject();
    }

    private static SmsSendResult ReadResult(JsonElement item) => new(
        item.GetProperty("to").GetString(),
        Optional(item, "messageId"),
        item.GetProperty("httpStatusCode").GetInt32(),
        item.GetProperty("successful").GetBoolean(),
        Optional(item, "errorMessage"));

    private static string Optional(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
